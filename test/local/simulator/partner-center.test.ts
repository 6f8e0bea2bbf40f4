import { contoso, fabrikam, northwind, Rig, type Json, type SubmissionView } from './rig.js';

let rig: Rig;
beforeEach(async () => {
  rig = await Rig.start();
});
afterEach(() => rig.end());

describe('tokens', () => {
  const form = (): Record<string, string> => ({
    grant_type: 'client_credentials',
    client_id: rig.ready.clientId,
    client_secret: rig.ready.clientSecret,
  });

  it.each([
    ['/oauth2/token', { resource: 'https://api.partner.microsoft.com' }],
    ['/oauth2/v2.0/token', { scope: 'https://api.partner.microsoft.com/.default' }],
  ])('come from %s', async (path, audience) => {
    const reply = await rig.postForm(path, { ...form(), ...audience });
    expect(reply.json()).toMatchObject({
      token_type: 'Bearer',
      expires_in: 3599,
      access_token: expect.any(String),
    });
  });

  it.each([
    [400, { grant_type: 'password' }],
    [400, { scope: '' }],
    [400, { client_id: 'somebody else' }],
    [401, { client_secret: 'wrong' }],
    [401, { client_secret: '' }],
  ])('are refused with %d for %j', async (status, change) => {
    const scope = 'https://api.partner.microsoft.com/.default';
    const reply = await rig.postForm('/oauth2/v2.0/token', { ...form(), scope, ...change });
    expect(reply.status).toBe(status);
    expect(reply.json()).toHaveProperty('error');
  });

  it('open nothing when they are missing, forged, for another API or an hour old', async () => {
    const path = await rig.productPath(contoso);
    const good = await rig.token('https://api.partner.microsoft.com/.default');
    const foreign = await rig.token('https://management.azure.com/.default');
    const status = async (authorization?: string): Promise<number> =>
      (await rig.fetch(path, authorization === undefined ? {} : { headers: { authorization } })).status;
    expect(await status()).toBe(401);
    expect(await status(`Bearer ${good.slice(0, -1)}`)).toBe(401);
    expect(await status('Bearer nonsense')).toBe(401);
    expect(await status(`Bearer ${foreign}`)).toBe(401);
    expect(await status(`Bearer ${good}`)).toBe(200);
    rig.forward(3_600);
    expect(await status(`Bearer ${good}`)).toBe(401);
  });
});

describe('products', () => {
  const list = (filter: string): string => `/v1.0/ingestion/products?$filter=${encodeURIComponent(filter)}`;

  it('are found by offer id, or not', async () => {
    const known = await rig.api(
      list("externalIDs/Any(i:i/type eq 'AzureOfferId' and i/value eq 'azure-sentinel-solution-fabrikam')"),
    );
    expect((known.json() as { value: Json[] }).value).toMatchObject([{ name: 'Fabrikam Identity Monitor' }]);
    const unknown = await rig.api(
      list("externalIDs/Any(i:i/type eq 'AzureOfferId' and i/value eq 'nothing')"),
    );
    expect(unknown.json()).toStrictEqual({ value: [] });
  });

  it('are not listed without a filter', async () => {
    const reply = await rig.api('/v1.0/ingestion/products');
    expect(reply.status).toBe(400);
    expect(reply.text).toContain('ICH50400');
  });

  it('come in pages that end, each product once', async () => {
    const pages = await rig.pages<{ name: string }>(list("resourceType eq 'AzureApplication'"));
    expect(pages.map((page) => page.length)).toStrictEqual([2, 1]);
    expect(new Set(pages.flat().map((each) => each.name)).size).toBe(3);
  });

  it('are found whatever the case of the path, and have one solution template plan', async () => {
    const path = await rig.productPath(contoso);
    const reply = await rig.api(`${path.toUpperCase()}/Variants`);
    expect(reply.json()).toMatchObject({ value: [{ subType: 'solution-template' }] });
  });

  it.each(['', '/variants', '/submissions'])('that do not exist are 404 at %s', async (rest) => {
    expect((await rig.api(`/v1.0/ingestion/products/none${rest}`)).status).toBe(404);
  });
});

describe('submissions', () => {
  it('come in pages with a relative next link, in an order that changes', async () => {
    const path = `${await rig.productPath(contoso)}/submissions`;
    const orders: string[] = [];
    for (let time = 0; time < 2; time += 1) {
      const first = (await rig.api(path)).json() as { nextLink: string; value: SubmissionView[] };
      expect(first.nextLink).toMatch(/^v1\.0\/ingestion\/products\/.+\/submissions\?\$skipToken=/u);
      const rest = await rig.pages<SubmissionView>(`/${first.nextLink}`);
      orders.push([...first.value, ...rest.flat()].map((each) => each.releaseNumber).join(' '));
    }
    expect(orders).toStrictEqual(['2 1', '1 2']);
  });

  it('are filtered by state, and any other filter or token is refused', async () => {
    const path = `${await rig.productPath(fabrikam)}/submissions`;
    const states = async (state: string): Promise<number> =>
      (await rig.pages(`${path}?$filter=${encodeURIComponent(`State eq '${state}'`)}`)).flat().length;
    expect([await states('InProgress'), await states('Published')]).toStrictEqual([1, 0]);
    expect((await rig.api(`${path}?$filter=substate`)).status).toBe(400);
    expect((await rig.api(`${path}?$skipToken=MQ`)).status).toBe(400);
  });

  it('show the publish option in a list only when asked to', async () => {
    const path = `${await rig.productPath(fabrikam)}/submissions`;
    const shown = async (query: string): Promise<boolean> =>
      (await rig.api(path + query)).text.includes('publishOption');
    expect([await shown(''), await shown('?$expand=PublishOption')]).toStrictEqual([false, true]);
  });

  it('say 1601 until they are live, and the moment after', async () => {
    const [former, current] = await rig.submissions(northwind);
    expect(current?.publishedTimeInUtc).toBe('2026-03-01T14:00:00.000Z');
    expect(former?.publishedTimeInUtc).toMatch(/^2025-12-31T/u);
    expect((await rig.submissions(contoso)).at(-1)?.publishedTimeInUtc).toBe('1601-01-01T00:00:00Z');
  });

  it('give their workflow as two items, with times that carry no zone', async () => {
    const reply = await rig.api(`${await rig.newestPath(contoso)}/workflowdetails`);
    expect(reply.json()).toMatchObject({
      value: [
        {
          targetEnvironment: 'Preview',
          state: 'InProgress',
          workflowSteps: [{}, {}, { name: 'Publisher signoff' }],
        },
        {
          targetEnvironment: 'Live',
          state: 'NotStarted',
          workflowSteps: [{ name: 'Certification' }, { name: 'Publish' }],
        },
      ],
    });
    expect(reply.text).toContain('"startDateTimeInUtc":"2026-03-02T11:37:00.0000000"');
  });

  it("carry the version of their own package, which is not the draft's", async () => {
    const path = await rig.productPath(contoso);
    const versionOf = async (instance: string): Promise<unknown> => {
      const reply = await rig.api(`${path}/packageConfigurations/getByInstanceID(instanceID=${instance})`);
      return (reply.json() as { value: Json[] }).value[0]?.['version'];
    };
    const packages = (submission?: SubmissionView): string[] =>
      [...(submission?.resources ?? []), ...(submission?.variantResources[0]?.resources ?? [])]
        .filter((each) => each.type === 'Package')
        .map((each) => each.value);
    const [former, current] = await rig.submissions(contoso);
    expect(await Promise.all(packages(former).map(versionOf))).toStrictEqual(['2.4.0', '2.4.0']);
    expect(await Promise.all(packages(current).map(versionOf))).toStrictEqual(['3.0.1', '3.0.1']);
    const branches = await rig.api(`${path}/branches/getByModule(module=Package)`);
    const drafts = (branches.json() as { value: { currentDraftInstanceID: string }[] }).value;
    expect(await Promise.all(drafts.map((each) => versionOf(each.currentDraftInstanceID)))).toStrictEqual([
      '3.1.0',
      '3.1.0',
    ]);
    expect((await rig.api(`${path}/packageConfigurations/getByInstanceID(instanceID=none)`)).status).toBe(
      404,
    );
  });

  it('are promoted once, and only when ready', async () => {
    const ready = await rig.newestPath(contoso);
    const first = await rig.api(`${ready}/promote`, 'POST');
    expect([first.status, first.json()]).toMatchObject([
      200,
      { targetEnvironment: 'Live', state: 'InProgress' },
    ]);
    expect((await rig.api(`${ready}/promote`, 'POST')).status).toBe(409);
    expect((await rig.api(`${await rig.newestPath(fabrikam)}/promote`, 'POST')).status).toBe(409);
    expect((await rig.api(`${await rig.productPath(contoso)}/submissions/1/promote`, 'POST')).status).toBe(
      404,
    );
  });

  it('are cancelled before that, not after', async () => {
    const ready = await rig.newestPath(contoso);
    expect((await rig.api(ready, 'DELETE')).status).toBe(204);
    expect((await rig.api(ready)).status).toBe(404);
    const preview = await rig.newestPath(fabrikam);
    rig.forward(67);
    expect((await rig.api(preview, 'DELETE')).status).toBe(409);
  });

  it('are created when nothing is in progress', async () => {
    const path = `${await rig.productPath(contoso)}/submissions`;
    const body = {
      resourceType: 'SubmissionCreationRequest',
      publishOption: { isAutoPromote: true, certificationNotes: 'Test account in the notes.' },
    };
    const created = await rig.api(path, 'POST', body);
    expect(created.status).toBe(201);
    expect(created.json()).toMatchObject({
      releaseNumber: 3,
      substate: 'InDraft',
      pendingUpdateInfo: { status: 'Running' },
      publishOption: body.publishOption,
    });
    expect((await rig.api(path, 'POST', body)).status).toBe(409);
    expect((await rig.api(path, 'POST', { resourceType: 'Submission' })).status).toBe(400);
    expect((await rig.api(path, 'POST')).status).toBe(400);
  });

  it('report a failed certification with a file that opens', async () => {
    const path = `${await rig.newestPath(fabrikam)}/reports`;
    expect((await rig.api(path)).json()).toStrictEqual({ value: [] });
    rig.forward(67);
    expect((await rig.api(path)).json()).toMatchObject({ value: [{ status: 'Pending' }] });
    rig.forward(22);
    const [report] = ((await rig.api(path)).json() as { value: { status: string; fileUri: string }[] }).value;
    expect(report?.status).toBe('Failed');
    expect((await rig.fetch(report?.fileUri ?? '/')).text).toContain('300.4');
  });
});

describe('anything else', () => {
  it('is 404 or 405, with a body and without a stack', async () => {
    const missing = await rig.api('/v1.0/ingestion/nothing');
    const wrong = await rig.api(await rig.productPath(contoso), 'DELETE');
    const malformed = await rig.api('/v1.0/ingestion/products/%E0%A4%A');
    expect([missing.status, wrong.status, malformed.status]).toStrictEqual([404, 405, 400]);
    expect(missing.text + wrong.text + malformed.text).not.toContain('    at ');
  });
});
