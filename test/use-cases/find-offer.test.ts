import type { Stores } from '../../src/adapters/cosmos/stores.js';
import { newOffer, parseOfferKey, type Offer } from '../../src/domain/offer.js';
import { newWatch } from '../../src/domain/watch.js';
import { makeFindOffer, makeListOffers } from '../../src/use-cases/find-offer.js';
import { t0 } from '../support/build.js';
import { openTestStores } from '../support/stores.js';

const guid = '0F6B6F3A-1111-4222-8333-444455556666';

function offerOf(text: string, name: string, productId: string | null = null): Offer {
  const key = parseOfferKey(text);
  if (key === null) throw new Error(`${text} is no offer key`);
  return { ...newOffer(key, false), name, productId };
}

const known: readonly Offer[] = [
  offerOf('contoso.sentinel-solution-threats', 'Contoso Threat Protection', guid),
  offerOf('contoso.sentinel-solution-identity', 'Contoso Identity Monitor'),
  offerOf('fabrikam.sentinel-solution-gateway', 'Fabrikam Gateway'),
  offerOf('fabrikam.shared-id', 'Fabrikam Edge'),
  offerOf('northwind.shared-id', 'Northwind Edge'),
];

let stores: Stores;
beforeAll(async () => {
  stores = await openTestStores();
  for (const offer of known) await stores.offers.create(offer);
  await stores.offers.create({ ...offerOf('contoso.former', 'Contoso Former'), tracked: false });
});
afterAll(() => stores.dispose());

const keys = (sightings: readonly { readonly offer: Offer }[]) =>
  sightings.map(({ offer }) => offer.offerKey).toSorted();

describe('one offer is found by', () => {
  it.each([
    ['its key', 'contoso.sentinel-solution-threats'],
    ['its key in capitals and with blanks around', '  Contoso.Sentinel-Solution-Threats '],
    ['its offer id', 'sentinel-solution-threats'],
    ['its name', 'Contoso Threat Protection'],
    ['its name in small letters', 'contoso threat protection'],
    ['a part of its name', 'threat prot'],
    ['a part of its offer id', 'solution-threats'],
    ['the id of its product', guid.toLowerCase()],
    [
      'a link to it in Partner Center',
      `https://partner.microsoft.com/en-us/dashboard/commercial-marketplace/offers/${guid.toLowerCase()}/overview`,
    ],
    [
      'a link to it in the Azure Marketplace',
      'https://azuremarketplace.microsoft.com/en-us/marketplace/apps/contoso.sentinel-solution-threats?tab=Overview',
    ],
    [
      'a link to it in the Microsoft Marketplace',
      'https://marketplace.microsoft.com/en-us/product/azure-application/contoso.sentinel-solution-threats',
    ],
  ])('%s', async (_by, asked) => {
    const found = await makeFindOffer(stores)(asked);
    expect(found.kind === 'one' && found.sighting.offer.offerKey).toBe('contoso.sentinel-solution-threats');
  });
});

describe('several offers fit', () => {
  it.each([
    ['an offer id that two publishers use', 'shared-id', ['fabrikam.shared-id', 'northwind.shared-id']],
    [
      'a part of two names',
      'contoso',
      ['contoso.sentinel-solution-identity', 'contoso.sentinel-solution-threats'],
    ],
  ])('%s', async (_what, asked, expected) => {
    const found = await makeFindOffer(stores)(asked);
    expect(found.kind === 'several' && keys(found.sightings)).toStrictEqual(expected);
  });

  it('not where one of them is called exactly so', async () => {
    const exact = offerOf('contoso.exact', 'Fabrikam');
    const findOffer = makeFindOffer({
      offers: {
        ...stores.offers,
        listTracked: async () => [exact, ...known].map((offer) => ({ offer, watch: null })),
      },
    });
    expect(await findOffer('fabrikam')).toMatchObject({ kind: 'one', sighting: { offer: exact } });
  });
});

describe('no offer fits', () => {
  it.each([
    ['a typing error', 'contoso thraet protection'],
    ['a letter left out', 'contoso threat protecton'],
    ['a typing error in a key', 'contoso.sentinel-solution-thretas'],
  ])('%s: the nearest comes first', async (_what, asked) => {
    const found = await makeFindOffer(stores)(asked);
    expect(found.kind === 'none' && found.nearest[0]?.offer.offerKey).toBe(
      'contoso.sentinel-solution-threats',
    );
  });

  it.each([
    ['nothing at all', ''],
    ['something quite different', '%%%%%%%%'],
    ['a link to an offer that is not tracked', 'https://marketplace.microsoft.com/product/x/adatum.qqqqq'],
  ])('%s: up to three offers to choose from', async (_what, asked) => {
    const found = await makeFindOffer(stores)(asked);
    expect(found.kind === 'none' && found.nearest).toHaveLength(3);
  });

  it('one that is not tracked any more', async () => {
    expect((await makeFindOffer(stores)('contoso.former')).kind).toBe('none');
  });

  it('none at all where none is tracked', async () => {
    const none = { ...stores.offers, listTracked: async () => [] };
    expect(await makeFindOffer({ offers: none })('contoso')).toStrictEqual({ kind: 'none', nearest: [] });
  });
});

describe('the list of offers', () => {
  const freshnessOf = async (offerKey: string) =>
    (await makeListOffers(stores)()).find(({ offer }) => offer.offerKey === offerKey)?.freshness;

  it('has every tracked offer', async () => {
    expect(keys(await makeListOffers(stores)())).toStrictEqual(keys(known.map((offer) => ({ offer }))));
  });

  it('says when each was looked at last, and whether looking fails', async () => {
    await stores.watches.save(null, newWatch('fabrikam.shared-id', t0, t0));
    await stores.watches.save(null, { ...newWatch('northwind.shared-id', t0, t0), failures: 2 });
    expect(await freshnessOf('fabrikam.shared-id')).toStrictEqual({ checkedAt: t0, stale: false });
    expect(await freshnessOf('northwind.shared-id')).toStrictEqual({ checkedAt: t0, stale: true });
    expect(await freshnessOf('fabrikam.sentinel-solution-gateway')).toStrictEqual({
      checkedAt: null,
      stale: false,
    });
  });
});
