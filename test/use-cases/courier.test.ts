import { makeCourier, type Courier } from '../../src/use-cases/courier.js';
import { deferred, type Deferred } from '../support/deferred.js';
import { RecordingLog } from '../support/recording-log.js';

/** Errands that are under way until the test ends them. */
class Road {
  readonly begun: string[] = [];
  readonly log = new RecordingLog();
  private readonly underWay = new Map<string, Deferred<void>>();
  private waiting: { readonly count: number; readonly reached: Deferred<void> } | null = null;

  courier(mostAtOnce = 9): Courier {
    const deliver = async (conversationId: string, offerKey: string): Promise<void> => {
      const errand = `${conversationId} ${offerKey}`;
      if (this.underWay.has(errand)) throw new Error(`${errand} is under way twice`);
      const end = deferred();
      this.underWay.set(errand, end);
      this.begun.push(errand);
      if (this.begun.length === this.waiting?.count) this.waiting.reached.resolve();
      await end.promise.finally(() => this.underWay.delete(errand));
    };
    return makeCourier({ deliver, mostAtOnce, log: this.log });
  }

  /** Resolves when so many errands have begun since the start. */
  async hasBegun(count: number): Promise<void> {
    if (this.begun.length >= count) return;
    this.waiting = { count, reached: deferred() };
    await this.waiting.reached.promise;
  }

  end(errand: string): void {
    this.underWay.get(errand)?.resolve();
  }

  fail(errand: string): void {
    this.underWay.get(errand)?.reject(new Error('the store does not answer'));
  }
}

/** Resolves when every promise that can go on has gone on. */
const afterAllThatIsReady = () => new Promise((resolve) => setImmediate(resolve));

let road: Road;
beforeEach(() => {
  road = new Road();
});

it('carries errands of different conversations and offers side by side', () => {
  const courier = road.courier();
  courier.send('a:one', 'contoso.x');
  courier.send('a:one', 'contoso.y');
  courier.send('a:two', 'contoso.x');
  expect(road.begun).toStrictEqual(['a:one contoso.x', 'a:one contoso.y', 'a:two contoso.x']);
});

it('never carries two at once for one conversation and offer: the second goes when the first is back', async () => {
  const courier = road.courier();
  courier.send('a:one', 'contoso.x');
  courier.send('a:one', 'contoso.x');
  courier.send('a:two', 'contoso.x');
  expect(road.begun).toStrictEqual(['a:one contoso.x', 'a:two contoso.x']);
  road.end('a:one contoso.x');
  await road.hasBegun(3);
  expect(road.begun[2]).toBe('a:one contoso.x');
});

it('carries once more, not thrice more, what was asked thrice meanwhile', async () => {
  const courier = road.courier();
  for (let asked = 0; asked < 4; asked += 1) courier.send('a:one', 'contoso.x');
  road.end('a:one contoso.x');
  await road.hasBegun(2);
  road.end('a:one contoso.x');
  await courier.idle();
  expect(road.begun).toHaveLength(2);
});

it('carries no more at once than it may, and the next as soon as one is back', async () => {
  const courier = road.courier(2);
  for (const place of ['a:one', 'a:two', 'a:three', 'a:four']) courier.send(place, 'contoso.x');
  expect(road.begun).toStrictEqual(['a:one contoso.x', 'a:two contoso.x']);
  road.end('a:two contoso.x');
  await road.hasBegun(3);
  expect(road.begun.slice(2)).toStrictEqual(['a:three contoso.x']);
});

it('logs an errand that failed, without its place, and goes on', async () => {
  const courier = road.courier(1);
  courier.send('a:one', 'contoso.x');
  courier.send('a:two', 'contoso.x');
  road.fail('a:one contoso.x');
  await road.hasBegun(2);
  expect(road.begun[1]).toBe('a:two contoso.x');
  const error = new Error('the store does not answer');
  expect(road.log.lines).toStrictEqual([
    { level: 'error', fields: { offerKey: 'contoso.x', error }, text: 'a delivery could not be carried on' },
  ]);
});

it('is idle when everything is back, what followed too', async () => {
  const courier = road.courier(1);
  await courier.idle();
  for (const place of ['a:one', 'a:two', 'a:three']) courier.send(place, 'contoso.x');
  let idle = false;
  const becomesIdle = courier.idle().then(() => (idle = true));
  road.end('a:one contoso.x');
  await road.hasBegun(2);
  road.end('a:two contoso.x');
  await road.hasBegun(3);
  await afterAllThatIsReady();
  expect(idle).toBe(false);
  road.end('a:three contoso.x');
  await becomesIdle;
  expect(road.begun).toHaveLength(3);
});

it('takes nothing on after it was stopped, and ends what is under way', async () => {
  const courier = road.courier(1);
  courier.send('a:one', 'contoso.x');
  courier.send('a:two', 'contoso.x');
  courier.stop();
  courier.send('a:three', 'contoso.x');
  road.end('a:one contoso.x');
  await courier.idle();
  expect(road.begun).toStrictEqual(['a:one contoso.x']);
});
