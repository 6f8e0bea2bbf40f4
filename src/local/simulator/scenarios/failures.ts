import { second, type NamedScenario, type OfferScript } from '../scenario.js';
import type { Run } from '../state.js';
import { newcomer } from './newcomer.js';

const first = (failsIn: Run['failsIn'], version: string): Run => ({
  version,
  timing: {},
  ...(failsIn && { failsIn }),
});

/** Approved in Partner Center after a moment, live, and never in the content hub. */
const neverInHub = (version: string): Run => ({ version, timing: { approval: 10 * second, hub: null } });

const preValidation = newcomer('Tailspin', 'Log Collector', first('created', '1.0.0'));
const validation = newcomer('Proseware', 'Mail Guard', first('validation', '1.1.0'));
const preview = newcomer('Litware', 'Asset Radar', first('preview', '1.3.0'));
const keyword = newcomer('Woodgrove', 'Fraud Signals', neverInHub('4.0.0'), { sentinelKeyword: false });
const certification = newcomer('Lucerne', 'Press Monitor', {
  ...first('certification', '2.2.0'),
  timing: { approval: 10 * second },
});
const hiddenPlan = newcomer('Wingtip', 'Toy Tracker', neverInHub('1.5.0'), {
  oddities: { planHidden: true },
});
const stoppedPlan = newcomer('VanArsdel', 'Door Sensors', neverInHub('1.0.4'), {
  oddities: { planStopSell: true, planState: 'Inactive' },
});
const stoppedOffer = newcomer('Trey Research', 'Lab Insights', neverInHub('3.1.0'), {
  oddities: { stopSellReason: 'EndOfSupport' },
});

const one = (name: string, description: string, offer: OfferScript): NamedScenario => ({
  name,
  description,
  offers: [offer],
});

/** What can go wrong, one offer each. */
const all: NamedScenario = {
  name: 'failures',
  description: 'Everything that can go wrong side by side: the eight scenarios below, one offer each',
  offers: [preValidation, validation, preview, keyword, certification, hiddenPlan, stoppedPlan, stoppedOffer],
};

export const failures: readonly NamedScenario[] = [
  all,
  one(
    'pre-validation-failure',
    'Refused before the workflow starts: InProgress/InDraft with a failed update, a validation item, no workflow',
    preValidation,
  ),
  one(
    'validation-failure',
    'Automated validation fails: InProgress/Failed, a failed step, a validation item',
    validation,
  ),
  one('preview-failure', 'Preview creation fails: InProgress/Failed and a failed step', preview),
  one(
    'certification-failure',
    'Approved after ten seconds, then refused: FailedInCertification, a failed step, a report with a page',
    certification,
  ),
  one(
    'keyword-missing',
    'Goes live and never reaches the content hub: its listing lacks the keyword',
    keyword,
  ),
  one('plan-hidden', 'Goes live and never reaches the content hub: its plan is hidden', hiddenPlan),
  one(
    'plan-stop-sell',
    'Goes live and never reaches the content hub: its plan is no longer sold',
    stoppedPlan,
  ),
  one(
    'offer-stop-sell',
    'Goes live and never reaches the content hub: the offer is no longer sold',
    stoppedOffer,
  ),
];
