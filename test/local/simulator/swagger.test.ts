import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { scenarios } from '../../../src/local/simulator/scenarios/all.js';
import { contoso, fabrikam, northwind, Rig, type Json } from './rig.js';

const shared = process.env['OFFERWATCH_SHARED'];

/** The description requires nothing: what a client may count on is said here. */
const required: Readonly<Record<string, readonly string[]>> = {
  '/products/{productID}': ['resourceType', 'name', 'externalIDs', 'id'],
  '/products/{productID}/variants': ['resourceType', 'externalID', 'subType', 'cloudAvailabilities', 'id'],
  '/products/{productID}/branches/getByModule(module={module})': ['module', 'currentDraftInstanceID'],
  '/products/{productID}/packageConfigurations/getByInstanceID(instanceID={instanceID})': [
    'resourceType',
    'version',
    'id',
  ],
  '/products/{productID}/submissions': ['id', 'state', 'substate', 'releaseNumber', 'publishedTimeInUtc'],
  '/products/{productID}/submissions/{submissionID}': [
    'resourceType',
    'id',
    'state',
    'substate',
    'targets',
    'resources',
    'variantResources',
    'publishOption',
    'publishedTimeInUtc',
    'pendingUpdateInfo',
    'releaseNumber',
    'friendlyName',
    'areResourcesReady',
  ],
  '/products/{productID}/submissions/{submissionID}/workflowdetails': [
    'type',
    'state',
    'targetEnvironment',
    'workflowSteps',
  ],
  '/products/{productID}/submissions/{submissionID}/promote': ['state', 'targetEnvironment', 'workflowSteps'],
  '/products/{productID}/submissions/{submissionID}/reports': ['reportTimeInUtc', 'status'],
  '/products/{productID}/submissions/{submissionID}/validations': [
    'errorCode',
    'severity',
    'message',
    'resource',
  ],
  '/products': ['resourceType', 'name', 'externalIDs', 'id'],
};

interface Description {
  readonly paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema: object }> }> }>
  >;
}

type Verdict = (
  path: string,
  method: 'get' | 'post',
  status: 200 | 201,
  answer: unknown,
) => readonly string[];

function verdictBy(description: Description): Verdict {
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema(description, 'api');
  return (path, method, status, answer) => {
    const content = description.paths[path]?.[method]?.responses[status]?.content ?? {};
    const [type] = Object.keys(content);
    if (type === undefined) return [`${method} ${path} ${status} is not described`];
    const pointer = ['paths', path, method, 'responses', String(status), 'content', type, 'schema']
      .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/');
    const validate = ajv.compile({ $ref: `api#/${pointer}` });
    const described = validate(answer)
      ? []
      : (validate.errors ?? []).map((each) => `${each.instancePath} ${each.message}`);
    return [...described, ...missing(required[path] ?? [`no list for ${path}`], answer)];
  };
}

function missing(fields: readonly string[], answer: unknown): readonly string[] {
  const { value } = answer as { value?: readonly Json[] };
  const items = value ?? [answer as Json];
  return items.flatMap((item) =>
    fields.filter((field) => !(field in item)).map((field) => `${field} is missing`),
  );
}

if (shared === undefined) {
  describe("Microsoft's description of the ingestion API", () => {
    it("OFFERWATCH_SHARED is not set: answers were not compared with Microsoft's description", () => {
      expect(process.env['OFFERWATCH_SHARED']).toBeUndefined();
    });
  });
} else {
  describe("Microsoft's description of the ingestion API", () => {
    const text = readFileSync(join(shared, 'data', 'partner-ingestion-swagger.json'), 'utf8');
    const verdict = verdictBy(JSON.parse(text) as Description);
    const one = '/products/{productID}/submissions/{submissionID}';

    let rig: Rig;
    beforeEach(async () => {
      rig = await Rig.start({ manual: true });
    });
    afterEach(() => rig.end());

    it('fits products, plans, branches and package configurations', async () => {
      const filter = encodeURIComponent("resourceType eq 'AzureApplication'");
      const answers: [string, string][] = [[`/v1.0/ingestion/products?$filter=${filter}`, '/products']];
      for (const key of [contoso, fabrikam, northwind]) {
        const path = await rig.productPath(key);
        const instance = (await rig.submissions(key))[0]?.variantResources[0]?.resources[2]?.value;
        answers.push(
          [path, '/products/{productID}'],
          [`${path}/variants`, '/products/{productID}/variants'],
          [
            `${path}/branches/getByModule(module=Package)`,
            '/products/{productID}/branches/getByModule(module={module})',
          ],
          [
            `${path}/packageConfigurations/getByInstanceID(instanceID=${instance})`,
            '/products/{productID}/packageConfigurations/getByInstanceID(instanceID={instanceID})',
          ],
        );
      }
      for (const [path, described] of answers) {
        const reply = await rig.api(path);
        expect([path, reply.status, verdict(described, 'get', 200, reply.json())]).toStrictEqual([
          path,
          200,
          [],
        ]);
      }
    });

    it.each([
      'created',
      'validation',
      'preview',
      'approval',
      'certification',
      'failed',
      'publishing',
      'hub',
      'done',
    ])('fits everything about a submission in %s', async (phase) => {
      await rig.control('resubmit', { offerId: contoso });
      if (phase === 'failed') {
        await rig.control('advance', { offerId: contoso, to: 'certification' });
        await rig.control('advance', { offerId: contoso, outcome: 'failed' });
      } else if (phase !== 'created') await rig.control('advance', { offerId: contoso, to: phase });
      const path = await rig.newestPath(contoso);
      const list = await rig.api(`${await rig.productPath(contoso)}/submissions?$expand=PublishOption`);
      expect(verdict('/products/{productID}/submissions', 'get', 200, list.json())).toStrictEqual([]);
      for (const rest of ['', '/workflowdetails', '/reports', '/validations']) {
        const reply = await rig.api(`${path}${rest}`);
        expect([rest, verdict(`${one}${rest}`, 'get', 200, reply.json())]).toStrictEqual([rest, []]);
      }
    });

    it.each(scenarios.map(({ name }) => name))('fits everything in the scenario %s', async (name) => {
      await rig.stop();
      await rig.begin({ scenario: name, manual: false, ...(name === 'many' && { offers: 9 }) });
      for (const seconds of [0, 10, 30, 50, 100]) {
        rig.forward(seconds);
        const { offers } = (await rig.control('state')).json() as {
          offers: { offerKey: string; deleted: boolean }[];
        };
        for (const { offerKey, deleted } of offers) {
          if (deleted) continue;
          const path = await rig.productPath(offerKey);
          const asked: [string, string][] = [[`${path}/variants`, '/products/{productID}/variants']];
          for (const { id } of await rig.submissions(offerKey)) {
            for (const rest of ['', '/workflowdetails', '/reports', '/validations']) {
              asked.push([`${path}/submissions/${id}${rest}`, `${one}${rest}`]);
            }
          }
          for (const [at, described] of asked) {
            const reply = await rig.api(at);
            expect([at, verdict(described, 'get', 200, reply.json())]).toStrictEqual([at, []]);
          }
        }
      }
    });

    it('fits validation items, a promote and a creation', async () => {
      await rig.control('advance', { offerId: fabrikam, outcome: 'failed' });
      const items = (await rig.api(`${await rig.newestPath(fabrikam)}/validations`)).json() as {
        value: Json[];
      };
      expect(items.value).toHaveLength(1);
      expect(verdict(`${one}/validations`, 'get', 200, items)).toStrictEqual([]);
      const promoted = await rig.api(`${await rig.newestPath(contoso)}/promote`, 'POST');
      expect(verdict(`${one}/promote`, 'post', 200, promoted.json())).toStrictEqual([]);
      const body = { resourceType: 'SubmissionCreationRequest' };
      const created = await rig.api(`${await rig.productPath(northwind)}/submissions`, 'POST', body);
      expect([
        created.status,
        verdict('/products/{productID}/submissions', 'post', 201, created.json()),
      ]).toStrictEqual([201, []]);
    });

    it('refuses wrong answers: a substate it does not know, a number for an id, a field of ours left out', async () => {
      const right = (await rig.api(await rig.newestPath(contoso))).json();
      const wrong = (change: Json): readonly string[] => verdict(one, 'get', 200, { ...right, ...change });
      expect(wrong({})).toStrictEqual([]);
      expect(wrong({ substate: 'AlmostReady' })).toHaveLength(1);
      expect(wrong({ id: 1 })).toHaveLength(1);
      const { releaseNumber, ...rest } = right;
      expect(releaseNumber).toBe(2);
      expect(verdict(one, 'get', 200, rest)).toStrictEqual(['releaseNumber is missing']);
      expect(verdict('/nowhere', 'get', 200, right)).not.toStrictEqual([]);
    });
  });
}
