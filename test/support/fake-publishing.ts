import type { PromoteOutcome } from '../../src/domain/go-live.js';
import type { Obstacle } from '../../src/domain/obstacle.js';
import type { SeenSubmission } from '../../src/domain/seen-submission.js';
import type { ReadyRead } from '../../src/domain/sign-off.js';
import type { OfferToRead, Publisher, Publishing, PublishingSource, Reading } from '../../src/ports.js';

/** Partner Center as the test wants it to be: says what it is told to say and remembers what it was asked. */
export class FakePublishing implements PublishingSource, Publisher {
  /** What a read of an offer answers. */
  reading: Reading<Publishing> = { kind: 'unavailable', reason: 'nobody said what to answer' };
  /** What a fresh read of readiness answers. */
  fresh: ReadyRead | null = null;
  /** What the plans show; null: they are not asked. */
  obstacles: readonly Obstacle[] | null = null;
  /** What a promote answers. */
  outcome: PromoteOutcome = { kind: 'accepted' };
  /** Happens between a question's arrival and its answer. */
  meanwhile: () => Promise<unknown> = async () => null;

  readonly reads: string[] = [];
  readonly readinessReads: string[] = [];
  readonly promotes: string[] = [];

  readonly read = async ({ offerKey }: OfferToRead): Promise<Reading<Publishing>> => {
    this.reads.push(offerKey);
    await this.meanwhile();
    return this.reading;
  };

  readonly readiness = async (_productId: string, submissionId: string): Promise<ReadyRead | null> => {
    this.readinessReads.push(submissionId);
    const { fresh } = this;
    await this.meanwhile();
    return fresh;
  };

  readonly promote = async (_productId: string, submissionId: string): Promise<PromoteOutcome> => {
    this.promotes.push(submissionId);
    await this.meanwhile();
    return this.outcome;
  };

  /** From now on reads show these submissions. */
  shows(...submissions: readonly SeenSubmission[]): void {
    const product = { productId: 'f6b6f3a0-0000-4000-8000-000000000001', name: 'Contoso Threat Protection' };
    this.reading = { kind: 'read', value: { ...product, submissions, obstacles: this.obstacles } };
  }

  breaks(): void {
    this.reading = { kind: 'unavailable', reason: 'no answer in time' };
    this.fresh = null;
  }
}
