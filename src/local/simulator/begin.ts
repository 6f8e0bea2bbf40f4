import { firstSubmissionId, nextSubmissionId } from './ids.js';
import type { Begun, OfferScript, Scenario } from './scenario.js';
import type { Offer, SimulatorState, Submission } from './state.js';
import { schedule } from './submission.js';

interface Beginning {
  readonly now: number;
  readonly pace: number;
  readonly tokenSecret: string;
  readonly clientSecret: string;
}

/** The state of a scenario in its first second. */
export function beginStory(scenario: Scenario, beginning: Beginning): SimulatorState {
  const { now, pace, tokenSecret, clientSecret } = beginning;
  let lastSubmissionId = firstSubmissionId;
  const offers = scenario.offers.map((script) => {
    const submissions = script.begun.map((begun, index) => {
      lastSubmissionId = nextSubmissionId(lastSubmissionId);
      return beginSubmission(begun, lastSubmissionId, index + 1, beginning);
    });
    return beginOffer(script, submissions);
  });
  return {
    format: 1,
    scenario: scenario.name,
    pace,
    tokenSecret,
    clientSecret,
    savedAt: now,
    lastSubmissionId,
    promoteCalls: {},
    offers,
  };
}

function beginOffer(script: OfferScript, submissions: readonly Submission[]): Offer {
  const { publisherId, publisherName, offerId, name, planId, summary, upcoming } = script;
  return {
    publisherId,
    publisherName,
    offerId,
    name,
    planId,
    summary,
    sentinelKeyword: script.sentinelKeyword ?? true,
    ...(script.oddities !== undefined && { oddities: script.oddities }),
    submissions,
    lastRelease: submissions.length,
    upcoming,
    resubmitAt: null,
  };
}

function beginSubmission(
  begun: Begun,
  id: string,
  releaseNumber: number,
  { now, pace }: Beginning,
): Submission {
  const entered = Object.fromEntries(Object.entries(begun.ago).map(([phase, ago]) => [phase, now - ago]));
  const submission: Submission = {
    id,
    releaseNumber,
    run: begun.run,
    autoPromote: begun.run.autoPromote ?? false,
    certificationNotes: '',
    phase: begun.phase,
    entered,
    dueAt: null,
  };
  return schedule(submission, now, pace);
}
