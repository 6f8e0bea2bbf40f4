import type { EventKind } from '../../src/domain/offer-event.js';
import { observeOffer, type Observed } from '../../src/domain/observe-offer.js';
import {
  positionOf,
  stages,
  type Movement,
  type Position,
  type StageStatus,
} from '../../src/domain/stage.js';
import { at, eventOf, offerAt, signOffOf, signedOffer, sightingOf, submissionAt } from '../support/build.js';

const unfinished: readonly StageStatus[] = ['notStarted', 'inProgress', 'waiting', 'failed', 'cancelled'];
const arrived: Position = { stage: 'contentHub', status: 'succeeded' };
const positions: readonly Position[] = [
  ...stages
    .filter((stage) => stage !== 'contentHub')
    .flatMap((stage) => unfinished.map((status) => ({ stage, status }))),
  { stage: 'contentHub', status: 'inProgress' },
  arrived,
];

/** A signed offer that stands at one position and is seen at another. */
function seenMoving(from: Position, to: Position): Observed {
  const current = submissionAt(from.stage, from.status);
  const offer = offerAt(from.stage, from.status, { current, signOff: signOffOf(current), seq: 4 });
  const hubVersion = to.stage === 'contentHub' && to.status === 'succeeded' ? current.version : null;
  return observeOffer(offer, sightingOf([submissionAt(to.stage, to.status)], { hubVersion }));
}

describe('what a movement is called', () => {
  type Row = [Movement, Position, Position];
  it.each<Row>([
    ['status', { stage: 'preview', status: 'inProgress' }, { stage: 'preview', status: 'failed' }],
    [
      'forward',
      { stage: 'preview', status: 'inProgress' },
      { stage: 'publisherApproval', status: 'waiting' },
    ],
    ['forward', { stage: 'publishing', status: 'inProgress' }, { stage: 'contentHub', status: 'inProgress' }],
    ['status', { stage: 'contentHub', status: 'inProgress' }, arrived],
    [
      'skipped',
      { stage: 'validation', status: 'inProgress' },
      { stage: 'certification', status: 'inProgress' },
    ],
    ['forward', { stage: 'publishing', status: 'cancelled' }, arrived],
    ['back', { stage: 'certification', status: 'failed' }, { stage: 'validation', status: 'inProgress' }],
  ])('%s: %j to %j', (movement, from, to) => {
    expect(seenMoving(from, to).events).toMatchObject([{ movement, from, to }]);
  });
});

describe('every movement from any stage and status to any other', () => {
  it.each(positions)('from $stage, $status is exactly one event', (from) => {
    for (const to of positions) {
      const { offer, events } = seenMoving(from, to);
      const back = from === arrived && to.stage === 'contentHub';
      if (from === to || back) {
        expect(events).toEqual([]);
        continue;
      }
      expect(events).toMatchObject([{ kind: 'moved', seq: 5, from, to, at: at(60), replaces: null }]);
      expect(offer.current && positionOf(offer.current.stages)).toEqual(to);
      expect(offer.pending).toEqual(events);
      expect(offer.seq).toBe(5);
    }
  });
});

describe('an event', () => {
  it('says why a stage failed', () => {
    const failed = submissionAt('certification', 'failed', { detail: '100.1.2 Summary' });
    const offer = offerAt('certification', 'inProgress', { signOff: signOffOf(failed) });
    expect(observeOffer(offer, sightingOf([failed])).events).toMatchObject([{ detail: '100.1.2 Summary' }]);
  });

  it('leaves the begin that was known, and ends the stage when it was seen to end', () => {
    const stages = submissionAt('publisherApproval', 'waiting').stages.map((state) => ({
      ...state,
      startedAt: null,
      endedAt: null,
    }));
    const seen = sightingOf([submissionAt('publisherApproval', 'waiting', { stages })]);
    const states = observeOffer(offerAt('preview', 'inProgress'), seen).offer.current?.stages;
    expect(states?.slice(0, 3).map(({ startedAt, endedAt }) => [startedAt, endedAt])).toEqual([
      [at(0), at(1)],
      [at(1), at(60)],
      [at(60), null],
    ]);
  });

  it('goes behind those not yet announced', () => {
    const earlier = eventOf({ seq: 8 });
    const offer = offerAt('validation', 'inProgress', { seq: 8, pending: [earlier] });
    const { offer: next, events } = observeOffer(offer, sightingOf([submissionAt('preview', 'failed')]));
    expect(events.map(({ seq }) => seq)).toEqual([9]);
    expect(next.pending).toEqual([earlier, ...events]);
  });
});

describe('leaving publisher approval', () => {
  type Row = [what: string, from: Position, to: Position, kind: EventKind];
  const waiting: Position = { stage: 'publisherApproval', status: 'waiting' };
  const certified: Position = { stage: 'certification', status: 'inProgress' };
  it.each<Row>([
    ['forward', waiting, certified, 'unsigned'],
    ['from before it', { stage: 'preview', status: 'inProgress' }, certified, 'unsigned'],
    ['to a failure', waiting, { stage: 'certification', status: 'failed' }, 'unsigned'],
    ['long ago', certified, { stage: 'publishing', status: 'inProgress' }, 'moved'],
    ['not at all', { stage: 'preview', status: 'inProgress' }, waiting, 'moved'],
    ['backwards', waiting, { stage: 'preview', status: 'inProgress' }, 'moved'],
  ])('%s without a sign-off here: %j to %j is %s', (_what, from, to, kind) => {
    const seen = sightingOf([submissionAt(to.stage, to.status)]);
    expect(observeOffer(offerAt(from.stage, from.status), seen).events).toMatchObject([{ kind, from, to }]);
  });

  it('with a sign-off here is a movement like any other', () => {
    const seen = sightingOf([submissionAt('certification', 'inProgress')]);
    expect(observeOffer(signedOffer(), seen).events).toMatchObject([{ kind: 'moved', signOff: null }]);
  });
});
