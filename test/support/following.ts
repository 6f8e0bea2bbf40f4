import type { Stores } from '../../src/adapters/cosmos/stores.js';
import type { Observation } from '../../src/domain/observation.js';
import { positionOf, type StageState } from '../../src/domain/stage.js';
import type { Submission } from '../../src/domain/submission.js';
import { newWatch } from '../../src/domain/watch.js';
import { makeDeliver } from '../../src/use-cases/deliver-due.js';
import { makeHurry } from '../../src/use-cases/poll-offers.js';
import { offerAt, sightingOf, submissionAt, t0 } from './build.js';
import { FakePublishing } from './fake-publishing.js';
import { Died } from './interfere.js';
import { ManualClock } from './manual-clock.js';
import { following } from './places.js';
import { Replica } from './replica.js';
import { openTestStores } from './stores.js';

const offer = offerAt('validation', 'inProgress');
const { offerKey } = offer;
const place = 'a:follower';
/** Longer than any lease, so that every step finds what a dead process held free again. */
const stepSeconds = 61;

/** A submission with its position, in words that can be compared. */
export function standingOf(submission: Pick<Submission, 'submissionId' | 'stages'> | null): string {
  const stages: readonly StageState[] = submission?.stages ?? [];
  const { stage, status } = positionOf(stages);
  return `${submission?.submissionId} ${stage} ${status}`;
}

/** One offer, somebody who follows it, and processes that come and go; it remembers what was true, saved and told. */
export class Following {
  /** The truth in Partner Center. */
  truth: Submission = submissionAt('validation', 'inProgress');
  /** Every number with where the offer stood in each save that had it. */
  readonly saved = new Map<number, Set<string>>([[0, new Set([standingOf(offer.current)])]]);
  /** Where the offer was saved to stand, when that was seen, and where it truly stood then. */
  readonly believed: {
    readonly saved: string;
    readonly seenAt: string;
    readonly true: string | undefined;
  }[] = [];
  /** Number and standing of what was told, in order. */
  readonly told: (readonly [seq: number, standing: string])[] = [];

  private readonly stores: Stores;
  private readonly clock = new ManualClock();
  private readonly partnerCenter = new FakePublishing();
  private readonly sightings: Observation[] = [];
  private readonly trueAt = new Map([[t0, standingOf(offer.current)]]);
  private replica: Replica;

  private constructor(stores: Stores) {
    const replace: Stores['offers']['replace'] = async (stored, next) => {
      const saved = await stores.offers.replace(stored, next);
      if (saved === null) return null;
      const standing = standingOf(next.current);
      this.saved.set(next.seq, (this.saved.get(next.seq) ?? new Set()).add(standing));
      const seenAt = next.observedAt ?? '';
      this.believed.push({ saved: standing, seenAt, true: this.trueAt.get(seenAt) });
      return saved;
    };
    this.stores = { ...stores, offers: { ...stores.offers, replace } };
    this.replica = this.process();
  }

  static async begin(): Promise<Following> {
    const stores = await openTestStores();
    await stores.offers.create(offer);
    await stores.watches.save(null, newWatch(offerKey, t0, t0));
    await stores.subscriptions.put(following('everything', place));
    return new Following(stores);
  }

  /** Another process takes the place of the one there is. */
  restart(): void {
    this.replica = this.process();
  }

  async look(): Promise<void> {
    await this.dueWith('read');
    await this.replica.poll();
  }

  async lookInVain(): Promise<void> {
    await this.dueWith('unavailable');
    await this.replica.poll();
  }

  async severalLook(): Promise<void> {
    await this.dueWith('read');
    await Promise.all([this.replica.poll(), this.process().poll(), this.process().poll()]);
  }

  /** What somebody saw some time ago comes only now, or once more. */
  async arriveLate(number: number): Promise<void> {
    const seen = this.sightings[number % Math.max(1, this.sightings.length)];
    if (seen !== undefined) await this.replica.recordObservation(offerKey, seen, 0);
  }

  /** A process that looks and announces, over stores in which it dies. */
  async lookAndDie(dying: (stores: Stores) => Partial<Stores>): Promise<void> {
    await this.dueWith('read');
    const process = this.process({ ...this.stores, ...dying(this.stores) });
    await untilItDies(process.poll());
    await untilItDies(process.announce(offerKey));
    for (const { fields } of process.log.lines) expect(fields).toMatchObject({ error: expect.any(Died) });
  }

  async announce(): Promise<void> {
    await Promise.all([this.replica.announce(offerKey), this.process().announce(offerKey)]);
  }

  async deliver(): Promise<void> {
    this.clock.forward(stepSeconds);
    const deliver = makeDeliver({
      ...this.stores,
      clock: this.clock,
      send: async (delivery) => {
        if (delivery.kind === 'notice') throw new Error('nobody here is an admin');
        const { submissionId, to } = delivery.event;
        this.told.push([delivery.seq, `${submissionId} ${to.stage} ${to.status}`]);
        return { kind: 'sent', activityId: null };
      },
    });
    await Promise.all([deliver(place, offerKey), deliver(place, offerKey)]);
  }

  dispose(): void {
    this.stores.dispose();
  }

  /** Some time later the offer is due, and Partner Center answers so. */
  private async dueWith(kind: 'read' | 'unavailable'): Promise<void> {
    const { clock, partnerCenter, truth } = this;
    clock.forward(stepSeconds);
    if (kind === 'unavailable') partnerCenter.breaks();
    else partnerCenter.shows(truth);
    this.trueAt.set(clock.now(), standingOf(truth));
    this.sightings.push(sightingOf([truth], { at: clock.now() }));
    await makeHurry({ ...this.stores, clock })(offerKey);
  }

  private process(stores = this.stores): Replica {
    return new Replica({ stores, publishing: this.partnerCenter, clock: this.clock, admins: [] });
  }
}

async function untilItDies(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Died)) throw error;
  }
}
