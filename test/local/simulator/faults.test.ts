import { namedFaults } from '../../../src/local/simulator/faults/all.js';
import { contoso, fabrikam, northwind, Rig, type Json, type Reply } from './rig.js';

let rig: Rig;
beforeEach(async () => {
  rig = await Rig.start({ manual: true });
});
afterEach(() => rig.end());

async function ask(name: string, more: Json = {}): Promise<void> {
  expect((await rig.control('faults', { name, ...more })).status).toBe(204);
}

describe('in place of the truth', () => {
  it.each([
    ['rate-limited', 429, { statusCode: 429, message: 'Request rate exceeds limit' }],
    ['rate-limited-without-hint', 429, { statusCode: 429, message: 'Request rate exceeds limit' }],
    ['unavailable', 503, { statusCode: 503 }],
    ['server-error', 500, { statusCode: 500 }],
    ['json-error', 400, { statusCode: 400, message: expect.any(String) }],
    ['unauthorized', 401, { statusCode: 401 }],
    ['forbidden', 403, { statusCode: 403 }],
  ])('%s answers %d with %j', async (name, status, body) => {
    const path = await rig.productPath(contoso);
    await ask(name);
    const reply = await rig.api(path);
    expect([reply.status, reply.json()]).toStrictEqual([status, expect.objectContaining(body)]);
    expect(reply.headers.get('retry-after')).toBe(name === 'rate-limited' ? '2' : null);
  });

  it.each([
    ['publisher-id-header', 400, /^Microsoft\.Ingestion\..+RestClientException: .+"x-ms-publisherId"/u],
    ['plain-text-error', 400, /^The request is not valid\.$/u],
    ['not-json', 200, /^<!doctype html>/u],
  ])('%s answers %d with a text', async (name, status, text) => {
    const path = await rig.productPath(contoso);
    await ask(name);
    const reply = await rig.api(path);
    expect([reply.status, reply.text]).toStrictEqual([status, expect.stringMatching(text)]);
  });

  it('product-type-filter refuses lists of products, and nothing else', async () => {
    const path = await rig.productPath(contoso);
    await ask('product-type-filter');
    const filter = encodeURIComponent("resourceType eq 'AzureApplication'");
    const reply = await rig.api(`/v1.0/ingestion/products?$filter=${filter}`);
    expect([reply.status, reply.text.includes('ICH50400')]).toStrictEqual([400, true]);
    expect((await rig.api(path)).status).toBe(200);
  });

  it('strikes Partner Center alone unless told where; the content hub is refused in its own way', async () => {
    const hub = `${rig.ready.workspace}/providers/Microsoft.SecurityInsights/contentProductPackages?api-version=1`;
    await ask('unavailable');
    expect((await rig.azure(hub)).status).toBe(200);
    await ask('unavailable', { route: 'contentProductPackages' });
    expect((await rig.azure(hub)).json()).toMatchObject({ error: { code: 'ServiceUnavailable' } });
  });
});

describe('on the way', () => {
  it.each([
    ['cut-before', '3.0.1 ReadyToPublish'],
    ['cut-after', '3.0.1 Publishing'],
  ])('%s breaks the connection; a promote leaves %s', async (name, expected) => {
    const path = await rig.newestPath(contoso);
    await ask(name, { route: 'promote' });
    await expect(rig.api(`${path}/promote`, 'POST')).rejects.toThrow('fetch failed');
    const { substate } = (await rig.submissions(contoso)).at(-1) ?? {};
    expect(`3.0.1 ${substate}`).toBe(expected);
  });

  it('slow holds the right answer back', async () => {
    const path = await rig.productPath(contoso);
    const authorization = `Bearer ${await rig.token('https://api.partner.microsoft.com/.default')}`;
    await ask('slow', { times: 2 });
    const early = rig.fetch(path, { headers: { authorization }, signal: AbortSignal.timeout(500) });
    await expect(early).rejects.toThrow('timeout');
    expect((await rig.fetch(path, { headers: { authorization } })).status).toBe(200);
  });
});

describe('the truth told in another way', () => {
  const workflow = async (key: string): Promise<Reply> =>
    rig.api(`${await rig.newestPath(key)}/workflowdetails`);
  const items = (reply: Reply): Json[] => reply.json()['value'] as Json[];
  const steps = (reply: Reply): string[] =>
    items(reply).flatMap((item) =>
      (item['workflowSteps'] as Json[]).map((step) => `${String(step['name'])}: ${String(step['state'])}`),
    );

  it('workflow-not-found-in-preview hides the workflow of what is ReadyToPublish, and no other', async () => {
    await ask('workflow-not-found-in-preview');
    expect((await workflow(contoso)).status).toBe(404);
    expect((await workflow(fabrikam)).status).toBe(200);
    await rig.control('advance', { offerId: contoso });
    expect((await workflow(contoso)).status).toBe(200);
  });

  it('unknown-step adds a step to each part', async () => {
    await ask('unknown-step');
    const told = steps(await workflow(contoso));
    expect(told).toHaveLength(7);
    expect(told.filter((step) => step === 'Package attestation: Queued')).toHaveLength(2);
    expect(told).toContain('Publisher signoff: InProgress');
  });

  it('failure-word says Failure of what failed', async () => {
    await rig.control('advance', { offerId: fabrikam, outcome: 'failed' });
    await ask('failure-word');
    const reply = await workflow(fabrikam);
    expect([items(reply)[0]?.['state'], steps(reply)[0]]).toStrictEqual([
      'Failure',
      'Automated validation: Failure',
    ]);
    expect(reply.text).not.toContain('Failed');
  });

  it('one-workflow-item has all five steps in one part', async () => {
    await ask('one-workflow-item');
    const reply = await workflow(contoso);
    expect([items(reply).length, steps(reply).length]).toStrictEqual([1, 5]);
  });

  it('next-link-not-found leads from the last page to a 404', async () => {
    await ask('next-link-not-found');
    const path = `${await rig.productPath(contoso)}/variants`;
    const { nextLink, value } = (await rig.api(path)).json() as { nextLink: string; value: Json[] };
    expect([value.length, nextLink]).toStrictEqual([
      1,
      expect.stringMatching(/^v1\.0\/.+\/variants\?\$skipToken=/u),
    ]);
    expect((await rig.api(`/${nextLink}`)).status).toBe(404);
  });

  it('odata-next-link names the next page as it is described', async () => {
    await ask('odata-next-link');
    const page = (await rig.api(`${await rig.productPath(contoso)}/submissions`)).json();
    expect(page).toStrictEqual({
      value: expect.any(Array),
      '@odata.nextLink': expect.stringContaining('$skipToken'),
    });
    expect((await rig.api(`/${String(page['@odata.nextLink'])}`)).status).toBe(200);
  });

  it.each([
    [undefined, 'submissions'],
    ['variants', 'variants'],
  ])('empty-list, with the route %s, has no %s', async (route, list) => {
    const path = await rig.productPath(contoso);
    await ask('empty-list', { ...(route !== undefined && { route }) });
    expect((await rig.api(`${path}/${list}`)).json()).toStrictEqual({ value: [] });
  });

  it('unknown-substate hides where a submission is, unless it is live', async () => {
    await ask('unknown-substate');
    const told = (await rig.submissions(contoso)).map((each) => each.substate);
    expect(told).toStrictEqual(['InStore', 'AwaitingReview']);
    expect((await rig.api(await rig.newestPath(contoso))).json()['substate']).toBe('AwaitingReview');
  });

  it('never-published says 1601 of what is live', async () => {
    await ask('never-published');
    const told = (await rig.submissions(northwind)).map(
      (each) => `${each.substate} ${each.publishedTimeInUtc}`,
    );
    expect(new Set(told)).toStrictEqual(new Set(['InStore 1601-01-01T00:00:00Z']));
  });

  it.each([
    ['timestamps-with-zone', true],
    ['timestamps-without-zone', false],
  ])('%s: every time ends in Z: %s', async (name, zoned) => {
    const paths = [await rig.newestPath(contoso), `${await rig.newestPath(contoso)}/workflowdetails`];
    await ask(name);
    for (const path of paths) {
      const times = (await rig.api(path)).text.match(/"\d{4}-\d\d-\d\dT[^"]+"/gu) ?? [];
      expect(times.length).toBeGreaterThan(1);
      expect(times.every((time) => time.endsWith('Z"') === zoned)).toBe(true);
    }
  });

  it('all that fit apply to one answer', async () => {
    await ask('unknown-step');
    await ask('timestamps-with-zone');
    const reply = await workflow(contoso);
    expect([steps(reply).length, /"startDateTimeInUtc":"[^"]+Z"/u.test(reply.text)]).toStrictEqual([7, true]);
  });

  it('is not used up where there is nothing to change', async () => {
    await ask('workflow-not-found-in-preview', { times: 1 });
    expect((await workflow(fabrikam)).status).toBe(200);
    expect((await workflow(contoso)).status).toBe(404);
    expect((await workflow(contoso)).status).toBe(200);
  });

  it('does not change a refusal', async () => {
    await ask('timestamps-with-zone');
    expect((await rig.fetch(await rig.productPath(contoso))).status).toBe(401);
  });
});

describe('named faults', () => {
  it('are all listed, with where they strike and what they rest on', async () => {
    const told = (await rig.control('faults')).json();
    expect(told).toStrictEqual({
      faults: namedFaults.map(({ name, description, basis, route }) => ({ name, description, basis, route })),
      waiting: [],
    });
  });

  it('last until they are removed, by name or all together, or so many times', async () => {
    const path = await rig.productPath(contoso);
    const status = async (): Promise<number> => (await rig.api(path)).status;
    await ask('unavailable');
    await ask('forbidden', { times: null });
    expect([await status(), await status()]).toStrictEqual([503, 503]);
    expect((await rig.control('faults')).json()['waiting']).toStrictEqual([
      { name: 'unavailable', route: 'partnerCenter', left: null },
      { name: 'forbidden', route: 'partnerCenter', left: null },
    ]);
    expect((await rig.control('faults/unavailable', undefined, 'DELETE')).status).toBe(204);
    expect([await status(), await status()]).toStrictEqual([403, 403]);
    expect((await rig.control('faults', undefined, 'DELETE')).status).toBe(204);
    await ask('server-error', { times: 1 });
    expect([await status(), await status()]).toStrictEqual([500, 200]);
  });

  it('may be there from the start', async () => {
    const path = await rig.productPath(contoso);
    await rig.stop();
    await rig.begin({ faults: ['rate-limited', 'slow'] });
    expect((await rig.control('faults')).json()['waiting']).toMatchObject([
      { name: 'rate-limited' },
      { name: 'slow' },
    ]);
    await rig.control('faults/slow', undefined, 'DELETE');
    expect((await rig.api(path)).status).toBe(429);
  });

  it('a described one lasts until it is removed only when told to', async () => {
    const path = await rig.productPath(contoso);
    await rig.control('faults', { route: 'product', status: 504, times: null });
    expect([(await rig.api(path)).status, (await rig.api(path)).status]).toStrictEqual([504, 504]);
  });

  it.each([
    [{ name: 'nothing' }, 'There are the faults rate-limited,'],
    [{ name: 'slow', times: 0 }, 'times'],
    [{ name: 'slow', status: 500 }, 'status'],
    [{ route: 'promote' }, 'A fault needs a name, a status, a cut or a delay.'],
  ])('%j is refused: %s', async (fault, reason) => {
    const reply = await rig.control('faults', fault);
    expect([reply.status, reply.text]).toStrictEqual([400, expect.stringContaining(reason)]);
  });

  it('an unknown one cannot be removed', async () => {
    expect((await rig.control('faults/nothing', undefined, 'DELETE')).status).toBe(404);
  });
});
