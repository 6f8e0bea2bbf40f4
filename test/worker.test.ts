import { makeWorker, type Worker } from '../src/worker.js';

const everyMs = 1_000;

/** A worker whose turns last until they are let go, and what became of them. */
function observed(fails: (hints: readonly string[]) => boolean = () => false) {
  const begun: (readonly string[])[] = [];
  const errors: unknown[] = [];
  const underWay: (() => void)[] = [];
  let mostAtOnce = 0;
  const worker: Worker = makeWorker({
    everyMs,
    onError: (error) => errors.push(error),
    task: async (hints) => {
      begun.push(hints);
      const ended = new Promise<void>((resolve) => underWay.push(resolve));
      mostAtOnce = Math.max(mostAtOnce, underWay.length);
      await ended;
      if (fails(hints)) throw new Error('the turn failed');
    },
  });
  return {
    worker,
    begun,
    errors,
    mostAtOnce: () => mostAtOnce,
    /** Lets the turn under way end, and the next one begin where there is one. */
    finish: async () => {
      underWay.shift()?.();
      await jest.advanceTimersByTimeAsync(0);
    },
  };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('a worker', () => {
  it('does nothing before it is started, and remembers what it was woken for', () => {
    const { worker, begun } = observed();
    worker.wake('early');
    expect(begun).toEqual([]);
    worker.start();
    expect(begun).toEqual([['early']]);
  });

  it('begins with a full turn, and has another one some time after each', async () => {
    const { worker, begun, finish } = observed();
    worker.start();
    expect(begun).toEqual([[]]);
    await jest.advanceTimersByTimeAsync(5 * everyMs);
    expect(begun).toHaveLength(1);
    await finish();
    await jest.advanceTimersByTimeAsync(everyMs - 1);
    expect(begun).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(begun).toEqual([[], []]);
  });

  it('takes a hint at once when it rests, and has its full turn no later for it', async () => {
    const { worker, begun, finish } = observed();
    worker.start();
    await finish();
    await jest.advanceTimersByTimeAsync(everyMs - 1);
    worker.wake('offer');
    expect(begun).toEqual([[], ['offer']]);
    await finish();
    await jest.advanceTimersByTimeAsync(1);
    expect(begun).toEqual([[], ['offer'], []]);
  });

  it('never runs two turns at once: hints that come meanwhile wait, and are taken together', async () => {
    const { worker, begun, finish, mostAtOnce } = observed();
    worker.start();
    for (const hint of ['a', 'b', 'a']) worker.wake(hint);
    worker.start();
    expect(begun).toEqual([[]]);
    await finish();
    expect(begun).toEqual([[], ['a', 'b']]);
    await finish();
    expect(begun).toHaveLength(2);
    expect(mostAtOnce()).toBe(1);
  });

  it('takes a hint again that comes while it is being worked on', async () => {
    const { worker, begun, finish } = observed();
    worker.start();
    await finish();
    worker.wake('offer');
    worker.wake('offer');
    await finish();
    expect(begun).toEqual([[], ['offer'], ['offer']]);
  });

  it('has its full turn however often it is woken', async () => {
    const { worker, begun, finish } = observed();
    worker.start();
    await finish();
    for (let woken = 0; woken < 20; woken += 1) {
      worker.wake('busy');
      await jest.advanceTimersByTimeAsync(everyMs / 10);
      worker.wake('busy');
      await finish();
    }
    expect(begun.filter((hints) => hints.length === 0).length).toBeGreaterThan(1);
  });

  it('goes on after a turn that threw', async () => {
    const { worker, begun, errors, finish } = observed(() => true);
    worker.start();
    await finish();
    expect(errors).toEqual([new Error('the turn failed')]);
    worker.wake('offer');
    expect(begun).toEqual([[], ['offer']]);
    await finish();
    await jest.advanceTimersByTimeAsync(everyMs);
    expect(begun).toEqual([[], ['offer'], []]);
  });

  it('has its full turn although the hints before it fail each time', async () => {
    const { worker, begun, finish } = observed((hints) => hints.length > 0);
    worker.wake('poison');
    worker.start();
    await finish();
    expect(begun).toEqual([['poison'], []]);
  });

  it('lets the turn under way end when it is stopped, and begins no other', async () => {
    const { worker, begun, finish } = observed();
    worker.start();
    worker.wake('offer');
    let stopped = false;
    void worker.stop().then(() => (stopped = true));
    await jest.advanceTimersByTimeAsync(0);
    expect(stopped).toBe(false);
    await finish();
    expect(stopped).toBe(true);
    worker.wake('late');
    await jest.advanceTimersByTimeAsync(5 * everyMs);
    expect(begun).toEqual([[]]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('has no full turn when it is stopped during the hints before it', async () => {
    const { worker, begun, finish } = observed();
    worker.wake('offer');
    worker.start();
    const stopped = worker.stop();
    await finish();
    await stopped;
    expect(begun).toEqual([['offer']]);
  });

  it('stops at once when it rests', async () => {
    const { worker, finish } = observed();
    worker.start();
    await finish();
    await worker.stop();
    expect(jest.getTimerCount()).toBe(0);
  });
});
