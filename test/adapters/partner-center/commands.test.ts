import { contoso, fabrikam } from '../../local/simulator/rig.js';
import { startPartnerCenter, type PartnerCenterRig } from './rig.js';

/** With repetitions where they are safe: here they never are. */
let rig: PartnerCenterRig;
beforeEach(async () => {
  rig = await startPartnerCenter(undefined, 2);
});
afterEach(() => rig.simulator.end());

async function newest(offerKey: string): Promise<[product: string, submission: string]> {
  const [, product = '', submission = ''] =
    /products\/([^/]+)\/submissions\/([^/]+)/.exec(await rig.simulator.newestPath(offerKey)) ?? [];
  return [product, submission];
}

const commands = [
  ['promote', 'POST promote', async () => rig.client.promote(...(await newest(contoso)))],
  ['cancelSubmission', 'DELETE cancelSubmission', async () => rig.client.cancel(...(await newest(fabrikam)))],
] as const;

describe.each(commands)('%s', (route, counted, command) => {
  it.each<[fault: object, kind: string]>([
    ...[408, 500, 502, 503, 504].map((status) => [{ status }, 'unknown'] as [object, string]),
    [{ status: 302, headers: { location: '/elsewhere' } }, 'unknown'],
    [{ status: 503, headers: { 'retry-after': '1' } }, 'unknown'],
    [{ cut: 'before' }, 'unknown'],
    [{ cut: 'after' }, 'unknown'],
    ...[400, 401, 403, 404, 409, 429].map((status) => [{ status }, 'refused'] as [object, string]),
  ])('is one request, whatever comes of it: %j', async (fault, kind) => {
    await rig.fault(route, { ...fault, times: 9 });
    expect(await command()).toMatchObject({ kind });
    expect(await rig.asked(counted)).toBe(1);
  });

  it('is refused for want of a token, and not asked', async () => {
    const target = await newest(contoso);
    rig.simulator.forward(3_600);
    await rig.fault('token', { status: 401 });
    const outcome = route === 'promote' ? rig.client.promote(...target) : rig.client.cancel(...target);
    expect(await outcome).toMatchObject({
      kind: 'refused',
      reason: 'no token could be had for Partner Center',
    });
    expect(await rig.asked(counted)).toBe(0);
  });

  it.each([
    [{ statusCode: 409, message: 'Not now.' }, '409 Not now.'],
    ['ICH50400 - Not valid.', '409 ICH50400: Not valid.'],
    ['<html><body>No</body></html>', '409'],
    ['x'.repeat(300), `409 ${'x'.repeat(195)}…`],
  ])('is refused in the words of the answer: %j', async (body, reason) => {
    await rig.fault(route, { status: 409, body });
    expect(await command()).toStrictEqual({ kind: 'refused', reason });
  });
});

describe('cancelling', () => {
  it('takes back what is in progress', async () => {
    const [product, submission] = await newest(fabrikam);
    expect(await rig.client.cancel(product, submission)).toStrictEqual({ kind: 'cancelled' });
    expect((await rig.simulator.submissions(fabrikam)).map(({ id }) => id)).not.toContain(submission);
  });

  it('is refused for what is past that, in Partner Center’s words', async () => {
    await rig.client.promote(...(await newest(contoso)));
    const outcome = await rig.client.cancel(...(await newest(contoso)));
    expect(outcome).toMatchObject({ kind: 'refused', reason: expect.stringMatching(/^409 \w+/) });
  });
});
