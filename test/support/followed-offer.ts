import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stores } from '../../src/adapters/cosmos/stores.js';
import { makeOutbound } from '../../src/adapters/outbound.js';
import { makeIngestionClient } from '../../src/adapters/partner-center/client.js';
import { makePublishingSource } from '../../src/adapters/partner-center/source.js';
import { makeTokenSource } from '../../src/adapters/partner-center/token.js';
import { renderPicture } from '../../src/cards/render-picture.js';
import type { Freshness } from '../../src/domain/picture.js';
import { parseOfferKey, type Offer } from '../../src/domain/offer.js';
import type { Admins } from '../../src/domain/person.js';
import type { SourceNotice } from '../../src/domain/source-health.js';
import type { Running } from '../../src/local/run-as-child.js';
import { startSimulator, type SimulatorReady } from '../../src/local/simulator/start-simulator.js';
import type { PublishingSource } from '../../src/ports.js';
import { makeFindOffer } from '../../src/use-cases/find-offer.js';
import { makeTrackOffer } from '../../src/use-cases/track-offer.js';
import { sourceOf } from './fake-catalogs.js';
import { FakeNotifier } from './fake-notifier.js';
import { ManualClock } from './manual-clock.js';
import { conversationAt, following } from './places.js';
import { lateness, Replica } from './replica.js';
import { fabrikam } from './rig.js';
import { openTestStores } from './stores.js';

export const adminChats = ['a:admin', 'a:deputy'] as const;
export const channel = conversationAt().conversationId;

const admins: Admins = ['admin', 'deputy'].map((role) => ({
  objectId: `object-of-${role}`,
  tenantId: null,
}));

/**
 * One offer of the simulator, followed for days on a clock that is driven: the real client, store, polls,
 * announcements and deliveries. Its replica is another one each day, as after a restart.
 */
export class FollowedOffer {
  readonly notifier = new FakeNotifier();
  readonly clock: ManualClock;
  readonly stores: Stores;
  private readonly simulator: Running<SimulatorReady>;
  private readonly dataDir: string;
  private readonly publishing: PublishingSource;
  private replica: Replica;

  private constructor(
    parts: Pick<FollowedOffer, 'clock' | 'stores'> & { dataDir: string; simulator: Running<SimulatorReady> },
  ) {
    this.clock = parts.clock;
    this.stores = parts.stores;
    this.simulator = parts.simulator;
    this.dataDir = parts.dataDir;
    this.publishing = this.reachPartnerCenter();
    this.replica = this.restarted();
  }

  /** Tracked while its preview is made; a channel follows it, and two admins have spoken with the bot. */
  static async begin(): Promise<FollowedOffer> {
    const clock = new ManualClock();
    const dataDir = await mkdtemp(join(tmpdir(), 'offerwatch-followed-'));
    const now = (): number => Date.parse(clock.now());
    const simulator = await startSimulator({ dataDir, manual: true, now });
    const followed = new FollowedOffer({ clock, dataDir, simulator, stores: await openTestStores() });
    await followed.control('POST', 'advance', { offerId: fabrikam });
    await followed.settleIn();
    return followed;
  }

  /** Partner Center is asked through the simulator's control routes for a fault, or to go on. */
  async control(method: 'POST' | 'DELETE', path: string, body?: object): Promise<void> {
    const response = await fetch(`${this.simulator.ready.url}/_simulator/${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`the simulator refused ${path}: ${await response.text()}`);
  }

  /** Days in which every look is made when it is due. */
  async days(count: number): Promise<void> {
    for (let day = 0; day < count; day += 1) {
      this.replica = this.restarted();
      await this.seconds(86_400);
    }
  }

  async seconds(count: number): Promise<void> {
    const end = Date.parse(this.clock.now()) + count * 1_000;
    for (let dueAt = await this.dueAt(); dueAt <= end; dueAt = await this.dueAt()) {
      this.clock.forward(Math.max(0, dueAt - Date.parse(this.clock.now())) / 1_000);
      await this.replica.poll();
    }
    this.clock.forward((end - Date.parse(this.clock.now())) / 1_000);
    await this.replica.tell();
  }

  async offer(): Promise<Offer> {
    return (await this.sighting()).offer;
  }

  async freshness(): Promise<Freshness> {
    return (await this.sighting()).freshness;
  }

  /** What somebody who asks for the status reads. */
  async status(): Promise<string> {
    const look = {
      ...lateness,
      now: this.clock.now(),
      simulated: false,
      reads: true,
      goLive: 'record',
    } as const;
    const card = renderPicture(
      { kind: 'status', submissionId: null, said: null, ...(await this.sighting()) },
      look,
    );
    return String(card.content['fallbackText']);
  }

  /** The notices that reached a conversation, in order. */
  noticesIn(conversationId: string): readonly SourceNotice[] {
    return this.notifier.shown.flatMap((shown) =>
      shown.conversationId === conversationId && shown.picture.kind === 'sourceNotice'
        ? [shown.picture.notice]
        : [],
    );
  }

  async stop(): Promise<void> {
    this.stores.dispose();
    await this.simulator.stop();
    await rm(this.dataDir, { recursive: true });
  }

  private async settleIn(): Promise<void> {
    for (const role of ['admin', 'deputy', 'colleague'])
      await this.stores.conversations.put(
        conversationAt({ conversationId: `a:${role}`, kind: 'personal', personId: `object-of-${role}` }),
      );
    await this.stores.conversations.put(conversationAt());
    await this.stores.subscriptions.put(following('everything', channel));
    const { clock, stores } = this;
    const source = sourceOf(this.publishing, clock);
    const key = parseOfferKey(fabrikam);
    const tracked =
      key && (await makeTrackOffer({ ...stores, source, clock, lateness, simulated: false })(key));
    if (tracked?.kind !== 'tracked')
      throw new Error(`the sample offer is ${tracked?.kind ?? 'no offer key'}`);
  }

  /** Without waits of its own, which would be real ones: what is repeated and when is tested with the client. */
  private reachPartnerCenter(): PublishingSource {
    const { url, tenantId, clientId, clientSecret } = this.simulator.ready;
    const outbound = makeOutbound({
      service: 'partner-center',
      retries: 0,
      breaker: { failures: Infinity, halfOpenAfterMs: 0 },
    });
    const credentials = { authorityUrl: url, tenantId, clientId, clientSecret };
    const tokens = makeTokenSource(credentials, () => Date.parse(this.clock.now()), outbound);
    return makePublishingSource(makeIngestionClient(url, tokens, outbound));
  }

  private restarted(): Replica {
    const { stores, publishing, clock, notifier } = this;
    return new Replica({ stores, publishing, clock, notifier, admins });
  }

  private async dueAt(): Promise<number> {
    const watch = await this.stores.watches.load(fabrikam);
    return Date.parse(watch?.value.dueAt ?? '');
  }

  private async sighting() {
    const found = await makeFindOffer(this.stores)(fabrikam);
    if (found.kind !== 'one') throw new Error(`${fabrikam} is not tracked`);
    return found.sighting;
  }
}
