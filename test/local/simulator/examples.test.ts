import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contoso, northwind, Rig, type Json } from './rig.js';

const shared = process.env['OFFERWATCH_SHARED'];

/** Where the answer and the example both have a key, of another kind in the answer; where the example's is required, missing. */
function differences(answer: Json, example: Json, required: readonly string[], at = ''): readonly string[] {
  const missing = required.filter((key) => !(key in answer)).map((key) => `${at}${key} is missing`);
  const others = Object.entries(answer).flatMap(([key, value]) => {
    const twin = example[key];
    if (twin === undefined || twin === null || value === null) return [];
    if (Array.isArray(value) !== Array.isArray(twin) || typeof value !== typeof twin)
      return [`${at}${key} is of another kind`];
    return typeof value === 'object' && !Array.isArray(value)
      ? differences(value as Json, twin as Json, [], `${at}${key}.`)
      : [];
  });
  return [...missing, ...others];
}

/** The first recorded answer whose item is of this type; long strings are folded over lines in the recording. */
function recordedItem(folder: string, resourceType: string): Json {
  const text = readFileSync(join(folder, 'data', 'recorded-solution-template.yaml'), 'utf8');
  const found = new RegExp(`string: '(\\{"value":\\[\\{"resourceType":"${resourceType}"[^']*)'`).exec(text);
  const body = JSON.parse((found?.[1] ?? '').replace(/\n\s*/g, ' ')) as { value: Json[] };
  return body.value[0] ?? {};
}

function suite(folder: string): void {
  let rig: Rig;
  beforeAll(async () => {
    rig = await Rig.start({ manual: true });
  });
  afterAll(() => rig.end());

  const first = async (path: string): Promise<Json> =>
    ((await rig.api(path)).json() as { value: Json[] }).value[0] ?? {};

  it('a product is as the recorded one', async () => {
    const filter = `externalIDs/Any(i:i/type eq 'AzureOfferId' and i/value eq '${contoso.split('.')[1]}')`;
    const answer = await first(`/v1.0/ingestion/products?$filter=${encodeURIComponent(filter)}`);
    const example = recordedItem(folder, 'AzureApplication');
    expect(differences(answer, example, Object.keys(example))).toEqual([]);
  });

  it('a branch is as the recorded one', async () => {
    const answer = await first(`${await rig.productPath(contoso)}/branches/getByModule(module=Package)`);
    const example = recordedItem(folder, 'Branch');
    expect(
      differences(
        answer,
        example,
        Object.keys(example).filter((key) => key !== 'friendlyName'),
      ),
    ).toEqual([]);
  });

  const hubExample = (): Json => {
    const text = readFileSync(join(folder, 'data', 'content-product-packages-example.json'), 'utf8');
    return (JSON.parse(text) as { value: Json[] }).value[0] ?? {};
  };

  it("a package of the content hub is as in Microsoft's example", async () => {
    const filter = `properties/contentId eq '${northwind}' and properties/contentKind eq 'Solution'`;
    let next: string | undefined =
      `${rig.ready.workspace}/providers/Microsoft.SecurityInsights/contentProductPackages?api-version=2024-09-01&$filter=${encodeURIComponent(filter)}`;
    const found: Json[] = [];
    while (next !== undefined) {
      const page = (await rig.azure(next)).json() as { value: Json[]; nextLink?: string };
      found.push(...page.value);
      next = page.nextLink;
    }
    expect(found).toHaveLength(1);
    expect(differences(found[0] ?? {}, hubExample(), ['id', 'name', 'type', 'properties'])).toEqual([]);
    const required = ['contentId', 'contentKind', 'version', 'displayName'];
    const properties = (each: Json | undefined): Json => (each?.['properties'] ?? {}) as Json;
    expect(differences(properties(found[0]), properties(hubExample()), required)).toEqual([]);
  });

  it('a wrong answer would be found out', () => {
    const wrong = { ...hubExample(), name: 5, properties: { version: ['3.0.1'] } };
    expect(differences(wrong, hubExample(), ['id', 'etag', 'value'])).toEqual([
      'value is missing',
      'name is of another kind',
      'properties.version is of another kind',
    ]);
  });
}

describe("the simulator's answers and Microsoft's examples", () => {
  if (shared === undefined)
    it("OFFERWATCH_SHARED is not set: answers were not compared with Microsoft's examples", () => {
      expect(process.env['OFFERWATCH_SHARED']).toBeUndefined();
    });
  else suite(shared);
});
