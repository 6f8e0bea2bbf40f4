import { contoso, fabrikam, northwind, Rig, type Json } from './rig.js';

let rig: Rig;
beforeEach(async () => {
  rig = await Rig.start({ manual: true });
});
afterEach(() => rig.end());

interface OfferView {
  readonly offerKey: string;
  readonly submissions: readonly { version: string; phase: string }[];
}

async function phases(key: string): Promise<string[]> {
  const state = (await rig.control('state')).json() as { offers: OfferView[] };
  const offer = state.offers.find((each) => each.offerKey === key);
  return offer?.submissions.map((each) => `${each.version} ${each.phase}`) ?? [];
}

describe('by hand', () => {
  it('nothing happens by itself', async () => {
    rig.forward(86_400);
    expect(await phases(fabrikam)).toStrictEqual(['1.2.0 validation']);
  });

  it('an offer is moved on by its id or its key, phase by phase or to one', async () => {
    await rig.control('advance', { offerId: 'azure-sentinel-solution-fabrikam' });
    expect(await phases(fabrikam)).toStrictEqual(['1.2.0 preview']);
    await rig.control('advance', { offerId: fabrikam, to: 'certification' });
    expect(await phases(fabrikam)).toStrictEqual(['1.2.0 certification']);
    await rig.control('advance', { offerId: fabrikam });
    expect(await phases(fabrikam)).toStrictEqual(['1.2.0 failed']);
    await rig.control('advance', { offerId: fabrikam });
    expect(await phases(fabrikam)).toStrictEqual(['1.2.0 failed', '1.2.1 created']);
  });

  it('a phase that takes no time is passed through', async () => {
    await rig.control('advance', { offerId: contoso, to: 'publishing' });
    await rig.control('advance', { offerId: contoso });
    expect(await phases(contoso)).toStrictEqual(['2.4.0 done', '3.0.1 hub']);
  });

  it('an outcome can be another than the scripted one', async () => {
    await rig.control('advance', { offerId: contoso, to: 'certification' });
    await rig.control('advance', { offerId: contoso, outcome: 'failed' });
    expect(await phases(contoso)).toStrictEqual(['2.4.0 done', '3.0.1 failed']);
  });

  it('a new preview is submitted beside what is live and in place of what waits', async () => {
    await rig.control('resubmit', { offerId: contoso });
    expect(await phases(contoso)).toStrictEqual(['2.4.0 done', '3.0.1 superseded', '3.1.0 created']);
    await rig.control('resubmit', { offerId: northwind, version: '2.0.4' });
    expect(await phases(northwind)).toStrictEqual(['2.0.2 done', '2.0.3 hub', '2.0.4 created']);
  });

  it.each([
    ['advance', {}, 400],
    ['advance', { offerId: fabrikam, to: 'nowhere' }, 400],
    ['advance', { offerId: 'nobody' }, 404],
    ['resubmit', { offerId: fabrikam }, 409],
    ['faults', { route: 'promote' }, 400],
  ])('%s %j is answered %d', async (name, body: Json, status) => {
    expect((await rig.control(name, body)).status).toBe(status);
  });
});

describe('requests', () => {
  it('are counted by method and name, control routes apart, refused ones too', async () => {
    const newest = await rig.newestPath(fabrikam);
    await rig.control('requests', undefined, 'DELETE');
    await rig.api(`${newest}/promote`, 'POST');
    await rig.fetch(newest);
    const counted = await rig.control('requests');
    expect(counted.json()).toStrictEqual({
      routes: { 'POST token': 1, 'POST promote': 1, 'GET submission': 1 },
      promotes: { [newest.split('/').at(-1) ?? '']: 1 },
    });
  });
});

describe('faults', () => {
  const ask = async (fault: Json): Promise<void> => {
    expect((await rig.control('faults', fault)).status).toBe(204);
  };

  const promotedSoFar = async (): Promise<boolean> => (await phases(contoso)).includes('3.0.1 certification');

  it('take the place of the next answers, so many times, and end', async () => {
    const fault = {
      route: 'submissions',
      status: 429,
      times: 2,
      headers: { 'retry-after': '7' },
      body: { message: 'slow' },
    };
    const path = `${await rig.productPath(contoso)}/submissions`;
    await ask(fault);
    const replies = [await rig.api(path), await rig.api(path), await rig.api(path)];
    expect(replies.map((reply) => reply.status)).toStrictEqual([429, 429, 200]);
    expect(replies[0]?.headers.get('retry-after')).toBe('7');
    expect(replies[0]?.json()).toStrictEqual({ message: 'slow' });
  });

  it('send a text as it is', async () => {
    const path = await rig.productPath(contoso);
    await ask({ route: '*', status: 400, body: 'Product request failed', times: 9 });
    expect((await rig.fetch(path)).text).toBe('Product request failed');
    await rig.control('faults', undefined, 'DELETE');
    expect((await rig.api(path)).status).toBe(200);
  });

  it('keep a promote from being done', async () => {
    const newest = await rig.newestPath(contoso);
    await ask({ route: 'promote', status: 503 });
    expect((await rig.api(`${newest}/promote`, 'POST')).status).toBe(503);
    expect(await promotedSoFar()).toBe(false);
  });

  it.each([
    ['before', false],
    ['after', true],
  ])('cut the connection %s the work: done %s', async (cut, done) => {
    const newest = await rig.newestPath(contoso);
    await ask({ route: 'promote', cut });
    await expect(rig.api(`${newest}/promote`, 'POST')).rejects.toThrow('fetch failed');
    expect(await promotedSoFar()).toBe(done);
  });

  it('hold an answer back until the caller gives up', async () => {
    const path = await rig.productPath(contoso);
    await ask({ route: 'product', delayMs: 60_000 });
    const authorization = `Bearer ${await rig.token('https://api.partner.microsoft.com/.default')}`;
    const call = rig.fetch(path, { headers: { authorization }, signal: AbortSignal.timeout(100) });
    await expect(call).rejects.toThrow('timeout');
  });
});
