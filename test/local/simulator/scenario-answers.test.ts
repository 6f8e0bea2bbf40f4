import { Rig, type Json } from './rig.js';

const soldNoMore = {
  isStopSell: true,
  stopSellInfo: { reason: 'EndOfSupport', startDate: expect.any(String) },
};
const solution = { subType: 'solution-template', state: 'Active', cloudAvailabilities: ['public-azure'] };
const keyword = 'f1de974b-f438-4719-b423-8bf704ba2aef';

let rig: Rig | undefined;
afterEach(() => rig?.end());

async function begun(scenario: string): Promise<Rig> {
  rig = await Rig.start({ scenario });
  return rig;
}

async function catalogOffer(at: Rig, key: string): Promise<Json> {
  return (await at.fetch(`/offers/${key}?api-version=2018-08-01-beta`)).json();
}

describe('the plan and the listing', () => {
  it.each([
    ['keyword-missing', solution, { isStopSell: false }, { isHidden: false, isStopSell: false }, false],
    ['plan-hidden', solution, { isStopSell: false }, { isHidden: true, isStopSell: false }, true],
    [
      'plan-stop-sell',
      { ...solution, state: 'Inactive' },
      { isStopSell: false },
      { isHidden: false, isStopSell: true },
      true,
    ],
    ['offer-stop-sell', solution, soldNoMore, { isHidden: false, isStopSell: true }, true],
    [
      'managed-application',
      {
        subType: 'managed-application',
        state: 'Active',
        cloudAvailabilities: ['public-azure', 'azure-government'],
      },
      { offerType: 'ManagedApplication' },
      { isHidden: false, isStopSell: false },
      true,
    ],
    [
      'already-live',
      solution,
      { offerType: 'SolutionTemplate' },
      { isHidden: false, isStopSell: false },
      true,
    ],
  ])('of %s', async (scenario, variant, listing, plan, hasKeyword) => {
    const at = await begun(scenario);
    at.forward(300);
    const [key = ''] = at.ready.offers;
    const variants = (await at.api(`${await at.productPath(key)}/variants`)).json();
    expect(variants).toMatchObject({ value: [variant] });
    const shown = await catalogOffer(at, key);
    expect(shown).toMatchObject({ ...listing, plans: [plan] });
    expect((shown['keywords'] as string[]).includes(keyword)).toBe(hasKeyword);
  });
});

describe('what somebody does in Partner Center', () => {
  it('deleted: looking for the product finds nothing, reading it is 404, nothing moves it any more', async () => {
    const at = await begun('deleted-offer');
    const [key = ''] = at.ready.offers;
    const path = await at.productPath(key);
    const submission = await at.newestPath(key);
    at.forward(63);
    expect(await at.productPath(key)).toBe('/v1.0/ingestion/products/undefined');
    for (const gone of [path, `${path}/variants`, `${path}/submissions`, submission]) {
      expect([gone, (await at.api(gone)).status]).toStrictEqual([gone, 404]);
    }
    expect((await at.api(`${submission}/promote`, 'POST')).status).toBe(404);
    const all = encodeURIComponent("resourceType eq 'AzureApplication'");
    expect((await at.api(`/v1.0/ingestion/products?$filter=${all}`)).json()).toStrictEqual({ value: [] });
    expect((await at.control('state', undefined)).json()).toMatchObject({ offers: [{ deleted: true }] });
    for (const move of ['advance', 'resubmit', 'cancel', 'delete']) {
      expect([move, (await at.control(move, { offerId: key })).status]).toStrictEqual([move, 409]);
    }
  });

  it('cancelled: the submission is 404 and no longer in the list', async () => {
    const at = await begun('cancelled');
    const [key = ''] = at.ready.offers;
    const submission = await at.newestPath(key);
    at.forward(43);
    expect(await at.submissions(key)).toStrictEqual([]);
    expect((await at.api(submission)).status).toBe(404);
  });

  it('superseded: the old preview can no longer be promoted', async () => {
    const at = await begun('superseded');
    const [key = ''] = at.ready.offers;
    const old = await at.newestPath(key);
    at.forward(63);
    expect((await at.api(`${old}/promote`, 'POST')).status).toBe(409);
    expect((await at.api(`${await at.newestPath(key)}/promote`, 'POST')).status).toBe(200);
  });

  it('promoted too early: 409, and counted', async () => {
    const at = await begun('promote-too-early');
    const [key = ''] = at.ready.offers;
    const submission = await at.newestPath(key);
    for (const seconds of [0, 3, 20]) {
      at.forward(seconds);
      expect((await at.api(`${submission}/promote`, 'POST')).status).toBe(409);
    }
    expect(Object.values((await at.control('requests')).json()['promotes'] as Json)).toStrictEqual([3]);
  });

  it('promoted by itself: the publish option says so from the start', async () => {
    const at = await begun('auto-promote');
    const submission = (await at.api(await at.newestPath(at.ready.offers[0] ?? ''))).json();
    expect(submission).toMatchObject({ publishOption: { isAutoPromote: true, isManualPublish: false } });
  });
});
