import * as fc from 'fast-check';
import type { Observation } from '../../src/domain/observation.js';
import { observeOffer } from '../../src/domain/observe-offer.js';
import { newOffer, submissionOf, type Offer } from '../../src/domain/offer.js';
import type { OfferEvent } from '../../src/domain/offer-event.js';
import { sightingOfPush } from '../../src/domain/pushed.js';
import { positionOf } from '../../src/domain/stage.js';
import { at, sightingOf } from '../support/build.js';
import { believe, movements, shown, type Belief, type Glance, type Told } from './belief.js';
import { isArrived, listed, lives, versionOf, type Moment } from './world.js';

const key = { offerKey: 'contoso.solution', publisherId: 'contoso', offerId: 'solution' };
const polls: readonly Glance[] = ['poll', 'poll', 'poll', 'pollWithoutNewest', 'emptyPoll', 'failedPoll'];
const pushes: readonly Glance[] = ['pushOfNewest', 'pushOfNewest', 'pushOfLive'];

/** A glance as the bot gets it; null: it gets nothing. */
function sighting(offer: Offer, glance: Glance, moment: Moment, observedAt: string): Observation | null {
  if (glance === 'emptyPoll') return sightingOf([], { at: observedAt });
  const seen = shown(glance, moment);
  if (seen === null) return null;
  if (glance === 'poll' || glance === 'pollWithoutNewest') {
    const hubVersion = moment.hub === null ? null : versionOf(moment.hub);
    return sightingOf(seen.toReversed().map(listed), { at: observedAt, hubVersion });
  }
  const [{ release, position } = moment.newest] = seen;
  const submission = { submissionId: String(release), version: versionOf(release) };
  return sightingOfPush(offer, { ...submission, ...position, detail: null, observedAt });
}

function toldOf({ kind, submissionId, replaces, from, to }: OfferEvent): Told {
  return {
    kind,
    release: Number(submissionId),
    replaces: replaces === null ? null : Number(replaces),
    from,
    to,
  };
}

/** An offer after these glances, and what had to be told by the rule. */
function after(life: readonly Moment[], glances: readonly (readonly [Glance, number])[]): [Offer, Told[]] {
  let offer = newOffer(key, false);
  let belief: Belief | null = null;
  const expected: Told[] = [];
  for (const [glance, index] of glances) {
    if (glance === 'restart') offer = JSON.parse(JSON.stringify(offer)) as Offer;
    const moment = life[index];
    if (moment === undefined || isUnheardOf(belief, glance, moment)) continue;
    const next: Belief | null = believe(belief, glance, moment, index);
    expected.push(...movements(belief, next));
    belief = next;
    const seen = sighting(offer, glance, moment, at(index));
    offer = seen === null ? offer : observeOffer(offer, seen).offer;
  }
  return [offer, expected];
}

/** A pipeline tells of the live submission only where it told of it before. */
function isUnheardOf(belief: Belief | null, glance: Glance, { live }: Moment): boolean {
  return glance === 'pushOfLive' && belief?.live?.release !== live?.release;
}

describe.each([
  ['polled', 'poll', polls],
  ['pushed', 'pushOfNewest', pushes],
] as const)('an offer that is %s, in any order, some twice, with errors and restarts', (_how, last, ways) => {
  const glances = fc.array(fc.tuple(fc.constantFrom(...ways, 'restart' as const), fc.nat()), {
    maxLength: 30,
  });
  /** Any life and glances at any of its moments; in the end all is quiet, and is looked at once more. */
  const seen = fc.tuple(lives, glances).map(([moments, several]) => {
    const life = [...moments, ...moments.slice(-1)];
    const order = several.map(([glance, choice]) => [glance, choice % moments.length] as const);
    return { life, order: [...order, [last, moments.length] as const] };
  });

  it('is told as the movements of what was accepted, each once and in order', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(seen, ({ life, order }) => {
        const [offer, expected] = after(life, order);
        expect(offer.pending.map(toldOf)).toEqual(expected);
        expect(offer.pending.map(({ seq }) => seq)).toEqual(expected.map((_told, index) => index + 1));
        expect(offer.seq).toBe(expected.length);
        for (const { kind, release, to } of expected)
          kinds.add(
            release === life.at(-1)?.live?.release && isArrived({ release, position: to })
              ? 'arrival beside a newer one'
              : kind,
          );
      }),
      { numRuns: 1_500 },
    );
    expect([...kinds].toSorted()).toEqual(['arrival beside a newer one', 'moved', 'resubmitted', 'unsigned']);
  });

  it('is told nothing that was not so at the instant that is named', () => {
    fc.assert(
      fc.property(seen, ({ life, order }) => {
        for (const event of after(life, order)[0].pending) {
          const moment = life[(Date.parse(event.at) - Date.parse(at(0))) / 1_000];
          const publishes = [moment?.newest, moment?.live];
          const publish = publishes.find((each) => String(each?.release) === event.submissionId);
          expect(publish?.position).toEqual(event.to);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is told to its last state', () => {
    fc.assert(
      fc.property(seen, ({ life, order }) => {
        const [offer] = after(life, order);
        const newest = life.at(-1)?.newest;
        const known = newest && submissionOf(offer, String(newest.release));
        expect(known && positionOf(known.stages)).toEqual(newest?.position);
        const told = offer.pending.findLast(({ submissionId }) => submissionId === known?.submissionId);
        if (told !== undefined) expect(told.to).toEqual(newest?.position);
      }),
      { numRuns: 500 },
    );
  });
});
