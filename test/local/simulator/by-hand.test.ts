import { scenarios } from '../../../src/local/simulator/scenarios/all.js';
import { contoso, fabrikam, Rig } from './rig.js';

interface OfferView {
  readonly offerKey: string;
  readonly deleted: boolean;
  readonly submissions: readonly { version: string; phase: string }[];
}

async function told(rig: Rig, offerId: string): Promise<OfferView> {
  return (await rig.control(`state?offerId=${offerId}`)).json() as unknown as OfferView;
}

async function phases(rig: Rig, offerId: string): Promise<string> {
  const { deleted, submissions } = await told(rig, offerId);
  return deleted ? 'deleted' : submissions.map((each) => `${each.version} ${each.phase}`).join(', ');
}

describe('an offer moved by hand', () => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await Rig.start({ manual: true });
  });
  afterEach(() => rig.end());

  it('is shown alone by its id or its key, or not at all', async () => {
    expect((await told(rig, contoso)).offerKey).toBe(contoso);
    expect((await told(rig, 'azure-sentinel-solution-contoso')).offerKey).toBe(contoso);
    expect((await rig.control('state?offerId=nobody')).status).toBe(404);
  });

  it('is cancelled until it is promoted', async () => {
    expect((await rig.control('cancel', { offerId: contoso })).status).toBe(200);
    expect(await phases(rig, contoso)).toBe('2.4.0 done');
    expect((await rig.control('cancel', { offerId: contoso })).status).toBe(409);
    await rig.control('advance', { offerId: fabrikam, to: 'certification' });
    expect((await rig.control('cancel', { offerId: fabrikam })).status).toBe(409);
  });

  it('is deleted, once; what is live stays in the marketplace', async () => {
    expect((await rig.control('delete', { offerId: contoso })).status).toBe(200);
    expect(await phases(rig, contoso)).toBe('deleted');
    expect((await rig.control('delete', { offerId: contoso })).status).toBe(409);
    expect((await rig.fetch(`/offers/${contoso}?api-version=1`)).status).toBe(200);
  });

  it.each(['cancel', 'delete'])('%s wants an offer that exists and nothing else', async (name) => {
    expect((await rig.control(name, { offerId: 'nobody' })).status).toBe(404);
    expect((await rig.control(name, { offerId: contoso, to: 'done' })).status).toBe(400);
  });
});

describe('every scenario by hand', () => {
  const stories: Readonly<Record<string, readonly string[]>> = {
    happy: ['created', 'validation', 'preview', 'approval', 'certification', 'publishing', 'hub', 'done'],
    'pre-validation-failure': ['created', 'failed'],
    'validation-failure': ['created', 'validation', 'failed'],
    'preview-failure': ['created', 'validation', 'preview', 'failed'],
    'certification-failure': ['created', 'validation', 'preview', 'approval', 'certification', 'failed'],
    'auto-promote': ['created', 'validation', 'preview', 'certification', 'publishing', 'hub', 'done'],
  };

  it.each(Object.entries(stories))('%s: phase by phase %j', async (scenario, expected) => {
    const rig = await Rig.start({ scenario, manual: true });
    const [key = ''] = rig.ready.offers;
    const seen: string[] = [];
    do seen.push((await told(rig, key)).submissions.at(-1)?.phase ?? 'none');
    while ((await rig.control('advance', { offerId: key })).status === 200);
    await rig.end();
    expect(seen).toStrictEqual(expected);
  });

  it.each([
    ['resubmission', 0, 1, '2.0.0 done, 2.1.0 created'],
    ['superseded', 0, 1, '1.0.0 done, 1.1.0 superseded, 1.1.1 created'],
    ['cancelled', 0, 3, ''],
    ['cancelled', 1, 3, '3.1.0 done'],
    ['cancelled', 1, 4, '3.1.0 done, 3.2.1 created'],
    ['deleted-offer', 0, 4, 'deleted'],
    ['hotfix', 0, 1, '5.0.0 done, 5.1.0 hub, 5.1.1 approval'],
  ])('%s, offer %d, %d times: %s', async (scenario, index, times, expected) => {
    const rig = await Rig.start({ scenario, manual: true });
    const key = rig.ready.offers[index] ?? '';
    for (let time = 0; time < times; time += 1) {
      expect((await rig.control('advance', { offerId: key })).status).toBe(200);
    }
    expect(await phases(rig, key)).toBe(expected);
    await rig.end();
  });

  it.each(scenarios.map(({ name }) => name))('%s does nothing by itself', async (scenario) => {
    const rig = await Rig.start({ scenario, manual: true });
    const before = await rig.control('state');
    rig.forward(86_400);
    expect((await rig.control('state')).text).toBe(before.text);
    await rig.end();
  });
});
