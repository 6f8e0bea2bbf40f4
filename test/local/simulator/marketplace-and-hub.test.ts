import { contoso, fabrikam, northwind, Rig, type Json } from './rig.js';

let rig: Rig;
beforeEach(async () => {
  rig = await Rig.start();
});
afterEach(() => rig.end());

const catalog = (key: string): string => `/offers/${key}?api-version=2018-08-01-beta`;

type CatalogOffer = {
  readonly keywords: readonly string[];
  readonly plans: readonly { isHidden: boolean; artifacts: readonly { name: string; uri: string }[] }[];
};

async function publishedVersion(key: string): Promise<unknown> {
  const offer = (await rig.fetch(catalog(key))).json() as CatalogOffer;
  const template = offer.plans[0]?.artifacts.find((each) => each.name === 'DefaultTemplate');
  return ((await rig.fetch(template?.uri ?? '/')).json() as { variables: Json }).variables[
    '_solutionVersion'
  ];
}

describe('the marketplace catalog', () => {
  it('does not know an offer before it is live, nor one that is not there', async () => {
    for (const key of [fabrikam, 'nobody.nothing']) {
      const reply = await rig.fetch(catalog(key));
      expect([reply.status, reply.json()]).toStrictEqual([404, 'The product does not exist']);
    }
    rig.forward(227);
    expect((await rig.fetch(catalog(fabrikam))).status).toBe(200);
  });

  it('links to a template with the published version, which an approval changes', async () => {
    expect(await publishedVersion(contoso)).toBe('2.4.0');
    await rig.api(`${await rig.newestPath(contoso)}/promote`, 'POST');
    rig.forward(60);
    expect(await publishedVersion(contoso)).toBe('3.0.1');
  });

  it('has no template of a version that is not published', async () => {
    expect((await rig.fetch(`/artifacts/${contoso}/3.0.1/mainTemplate.json`)).status).toBe(404);
  });

  it("shows Sentinel's keyword and a plan that is not hidden", async () => {
    const offer = (await rig.fetch(catalog(northwind))).json() as CatalogOffer;
    expect(offer.keywords).toContain('f1de974b-f438-4719-b423-8bf704ba2aef');
    expect(offer.plans[0]?.isHidden).toBe(false);
  });

  it.each([
    ['', [contoso, northwind]],
    ["offerId eq 'azure-sentinel-solution-contoso'", [contoso]],
    ["publisherId eq 'northwind' and offerId eq 'azure-sentinel-solution-northwind'", [northwind]],
    ["publisherId eq 'contoso' and (offerId eq 'azure-sentinel-solution-northwind')", []],
    [
      "(categoryIds/any(cat: cat eq 'AzureSentinelSolution') or keywords/any(key: contains(key,'f1de974b-f438-4719-b423-8bf704ba2aef'))) and (publisherId eq 'contoso')",
      [contoso],
    ],
  ])('lists what is live with the filter %j: %j', async (filter, expected) => {
    const reply = await rig.fetch(`/offers?api-version=1&$filter=${encodeURIComponent(filter)}`);
    const { items } = reply.json() as { items: { id: string }[] };
    expect(items.map((each) => each.id)).toStrictEqual(expected);
  });

  it('lists in pages that end, and without the keyword nothing as a solution of Sentinel', async () => {
    await rig.stop();
    await rig.begin({ scenario: 'many', offers: 120 });
    const found: string[] = [];
    for (let next: string | undefined = '/offers?api-version=1'; next !== undefined;) {
      const page = (await rig.fetch(next)).json() as { items: { id: string }[]; nextPageLink?: string };
      found.push(...page.items.map((each) => each.id));
      next = page.nextPageLink;
    }
    expect([found.length, new Set(found).size]).toStrictEqual([120, 120]);
    await rig.stop();
    await rig.begin({ scenario: 'keyword-missing' });
    rig.forward(300);
    const solutions = encodeURIComponent(
      "(categoryIds/any(cat: cat eq 'AzureSentinelSolution') or keywords/any(key: contains(key,'f1de974b-f438-4719-b423-8bf704ba2aef')))",
    );
    expect((await rig.fetch(`/offers?api-version=1&$filter=${solutions}`)).json()).toStrictEqual({
      items: [],
    });
  });

  it.each(['', '?api-version=1&$filter=price', '?api-version=1&$skipToken=x'])(
    'refuses /offers%s',
    async (query) => {
      expect((await rig.fetch(`/offers${query}`)).status).toBe(400);
    },
  );

  it('wants an api-version', async () => {
    expect((await rig.fetch(`/offers/${northwind}`)).status).toBe(400);
  });
});

type PackagePage = {
  readonly value: readonly { properties: { contentId: string; version: string } }[];
  readonly nextLink?: string;
};

describe('the content hub', () => {
  const packages = (query: string): string =>
    `${rig.ready.workspace}/providers/Microsoft.SecurityInsights/contentProductPackages?${query}`;

  async function pages(query: string): Promise<string[][]> {
    const all: string[][] = [];
    for (let next: string | undefined = packages(`api-version=2024-09-01${query}`); next !== undefined;) {
      const page = (await rig.azure(next)).json() as PackagePage;
      all.push(page.value.map(({ properties }) => `${properties.contentId} ${properties.version}`));
      next = page.nextLink;
    }
    return all;
  }

  const of = (key: string): string =>
    `&$filter=${encodeURIComponent(`properties/contentId eq '${key}' and properties/contentKind eq 'Solution'`)}`;

  it('finds an offer by its key behind pages that may be empty', async () => {
    const found = await pages(of(northwind));
    expect(found[0]).toStrictEqual([]);
    expect(found.flat()).toStrictEqual([`${northwind} 2.0.2`]);
    rig.forward(90);
    expect((await pages(of(northwind))).flat()).toStrictEqual([`${northwind} 2.0.3`]);
    expect((await pages(of(fabrikam))).flat()).toStrictEqual([]);
  });

  it('lists everything without a filter, each once', async () => {
    const all = (await pages('')).flat();
    expect(all).toHaveLength(5);
    expect(new Set(all).size).toBe(5);
  });

  it('has the documented shape', async () => {
    const all = (await rig.azure(packages('api-version=2024-09-01'))).json() as PackagePage;
    expect(all.value[0]).toMatchObject({
      type: 'Microsoft.SecurityInsights/contentproductpackages',
      properties: { contentKind: 'Solution', displayName: expect.any(String), isDeprecated: 'false' },
    });
  });

  it('answers in the way of Azure when it refuses', async () => {
    const path = packages('api-version=2024-09-01');
    expect(await rig.fetch(path)).toMatchObject({ status: 401 });
    expect((await rig.fetch(path)).json()).toMatchObject({ error: { code: 'AuthenticationFailed' } });
    expect((await rig.api(path)).status).toBe(401);
    expect((await rig.azure(packages(''))).json()).toMatchObject({
      error: { code: 'MissingApiVersionParameter' },
    });
    expect((await rig.azure(`${path}&$filter=name`)).status).toBe(400);
    expect((await rig.azure(`${path}&$skipToken=x`)).status).toBe(400);
  });
});
