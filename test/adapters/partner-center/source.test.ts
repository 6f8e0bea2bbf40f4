import { contoso, fabrikam, northwind } from '../../local/simulator/rig.js';
import { lines, startPartnerCenter, unread, type PartnerCenterRig } from './rig.js';

let rig: PartnerCenterRig;
beforeEach(async () => {
  rig = await startPartnerCenter();
});
afterEach(() => rig.simulator.end());

const read = (offerKey = contoso, known: Partial<ReturnType<typeof unread>> = {}) =>
  rig.source.read({ ...unread(offerKey), ...known });

const newest = async (offerKey: string) => (await rig.simulator.submissions(offerKey)).at(-1);

describe('an offer', () => {
  it('is read with its product, its newest submission and the last live one', async () => {
    const reading = await read();
    expect(reading).toMatchObject({ value: { name: 'Contoso Threat Protection' } });
    expect(lines(reading)).toStrictEqual([
      '2 3.0.1 publisherApproval waiting',
      '1 2.4.0 contentHub succeeded',
    ]);
  });

  it('has its newest by release number, in whatever order the list comes', async () => {
    const [first, second] = [await read(), await read()];
    expect(lines(first)).toStrictEqual(lines(second));
    expect(first).toStrictEqual(second);
  });

  it('has the newest of the live ones beside a newer one', async () => {
    await rig.simulator.control('resubmit', { offerId: northwind, version: '2.0.4' });
    expect(lines(await read(northwind))).toStrictEqual([
      '3 2.0.4 validation inProgress',
      '2 2.0.3 contentHub succeeded',
    ]);
  });

  it('has the live one before beside a newest one that is live itself', async () => {
    expect(lines(await read(northwind))).toStrictEqual([
      '2 2.0.3 contentHub succeeded',
      '1 2.0.2 contentHub succeeded',
    ]);
  });

  it('that was never live has its newest submission alone', async () => {
    expect(lines(await read(fabrikam))).toStrictEqual(['1 1.2.0 validation inProgress']);
  });

  it('has no submissions where there are none', async () => {
    await rig.fault('submissions', { status: 200, body: { value: [] } });
    expect(lines(await read())).toStrictEqual([]);
  });

  it('keeps a submission’s id to the last digit', async () => {
    const reading = await read();
    const id = (await newest(contoso))?.id;
    expect(reading).toMatchObject({ value: { submissions: [{ submissionId: id }, {}] } });
    expect(String(Number(id))).not.toBe(id);
  });

  it('is not looked for again when its product is known', async () => {
    const productId = (await rig.simulator.productPath(contoso)).split('/').at(-1) ?? '';
    await rig.forgetRequests();
    const reading = await read(contoso, { productId, name: 'Known name' });
    expect(reading).toMatchObject({ value: { productId, name: 'Known name' } });
    expect(await rig.asked('GET products')).toBe(0);
  });

  it('that Partner Center does not have is not found', async () => {
    expect(await read('contoso.unheard-of')).toStrictEqual({ kind: 'notFound' });
  });

  it('that will go live by itself says so', async () => {
    await rig.simulator.control('resubmit', { offerId: contoso, autoPromote: true });
    expect(await read()).toMatchObject({
      value: { submissions: [{ autoPromote: true }, { autoPromote: false }] },
    });
  });
});

describe('the story of an offer', () => {
  it('is read stage by stage', async () => {
    await rig.simulator.control('resubmit', { offerId: contoso, version: '3.1.0' });
    const seen: unknown[] = [];
    for (const to of ['validation', 'preview', 'approval', 'certification', 'publishing', 'catalog']) {
      await rig.simulator.control('advance', { offerId: contoso, to });
      seen.push((lines(await read()) as readonly string[])[0]);
    }
    expect(seen).toStrictEqual([
      '3 3.1.0 validation inProgress',
      '3 3.1.0 preview inProgress',
      '3 3.1.0 publisherApproval waiting',
      '3 3.1.0 certification inProgress',
      '3 3.1.0 publishing inProgress',
      '3 3.1.0 contentHub succeeded',
    ]);
  });

  it('may fail in certification', async () => {
    await rig.simulator.control('advance', { offerId: fabrikam, to: 'certification' });
    await rig.simulator.control('advance', { offerId: fabrikam });
    expect(lines(await read(fabrikam))).toStrictEqual(['1 1.2.0 certification failed']);
  });
});

describe('a read that fails on the way', () => {
  it.each(['products', 'submissions'])('at %s is unavailable', async (route) => {
    await rig.fault(route, { status: 503 });
    expect(await read()).toStrictEqual({ kind: 'unavailable', reason: 'status 503' });
  });
});
