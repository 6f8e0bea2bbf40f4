import { contoso, fabrikam } from '../../local/simulator/rig.js';
import { startPartnerCenter, type PartnerCenterRig } from './rig.js';

let rig: PartnerCenterRig;
let product: string;
beforeEach(async () => {
  rig = await startPartnerCenter();
  product = await productOf(contoso);
  await rig.forgetRequests();
});
afterEach(() => rig.simulator.end());

async function productOf(offerKey: string): Promise<string> {
  const read = await rig.client.productByOfferId(offerKey.split('.')[1] ?? '');
  return read.kind === 'read' ? read.value.id : '';
}

const releases = async () => {
  const read = await rig.client.submissions(product);
  return read.kind === 'read' ? read.value.map(({ releaseNumber }) => releaseNumber) : read;
};
const item = (releaseNumber: number) => ({
  id: String(releaseNumber),
  state: 's',
  substate: 's',
  releaseNumber,
});
const page = (value: readonly unknown[], links: object = {}) => ({ status: 200, body: { value, ...links } });
const more = 'v1.0/ingestion/products/x/submissions?$skipToken=more';

describe('a product', () => {
  it('is found by its offer id', async () => {
    const read = await rig.client.productByOfferId('azure-sentinel-solution-contoso');
    expect(read).toStrictEqual({ kind: 'read', value: { id: product, name: 'Contoso Threat Protection' } });
  });

  it('that is not there is not found', async () => {
    expect(await rig.client.productByOfferId('unheard-of')).toStrictEqual({ kind: 'notFound' });
  });

  it('without a name goes by its offer id', async () => {
    await rig.fault('products', page([{ id: 'product-1' }]));
    expect(await rig.client.productByOfferId('nameless')).toMatchObject({ value: { name: 'nameless' } });
  });
});

describe('a list', () => {
  it('is read page by page, in whatever order it comes', async () => {
    expect(await releases()).toStrictEqual([2, 1]);
    expect(await releases()).toStrictEqual([1, 2]);
    expect(await rig.asked('GET submissions')).toBe(4);
  });

  it('has its publish options', async () => {
    const read = await rig.client.submissions(product);
    expect(read).toMatchObject({ value: [{ publishOption: { isAutoPromote: false } }, {}] });
  });

  it.each(['nextLink', '@odata.nextLink'])('goes on by %s', async (name) => {
    await rig.fault('submissions', page([item(1)], { [name]: more }));
    await rig.fault('submissions', page([item(2)], { [name]: '' }));
    expect(await releases()).toStrictEqual([1, 2]);
  });

  it('goes on through an empty page', async () => {
    await rig.fault('submissions', page([], { nextLink: more }));
    await rig.fault('submissions', page([item(2)]));
    expect(await releases()).toStrictEqual([2]);
  });

  it('ends where the link behind the last page leads nowhere', async () => {
    await rig.fault('submissions', page([item(1)], { nextLink: more }));
    await rig.fault('submissions', { status: 404 });
    expect(await releases()).toStrictEqual([1]);
  });

  it('is followed on the configured host only, whatever host a link names', async () => {
    const elsewhere = `https://elsewhere.invalid/${more}`;
    await rig.fault('submissions', page([item(1)], { nextLink: elsewhere }));
    await rig.fault('submissions', page([item(2)]));
    expect(await releases()).toStrictEqual([1, 2]);
    expect(await rig.asked('GET submissions')).toBe(2);
  });

  it('that breaks off is unavailable, and not what came so far', async () => {
    await rig.fault('submissions', page([item(1)], { nextLink: more }));
    await rig.fault('submissions', { status: 503 });
    expect(await releases()).toMatchObject({ kind: 'unavailable' });
  });

  it('with a link that is none is unavailable', async () => {
    await rig.fault('submissions', page([item(1)], { nextLink: 'http://[' }));
    expect(await releases()).toMatchObject({ kind: 'unavailable', reason: 'a link of another shape' });
  });

  it('without an end is unavailable', async () => {
    await rig.fault('submissions', { ...page([item(1)], { nextLink: more }), times: 1_000 });
    expect(await releases()).toMatchObject({ kind: 'unavailable', reason: 'more pages than are read' });
  });
});

describe('an answer that is none', () => {
  it.each([
    ['401', { status: 401 }, 'status 401'],
    ['403', { status: 403 }, 'status 403'],
    ['429', { status: 429, headers: { 'retry-after': '60' } }, 'status 429, to be asked again in 60 s'],
    ['500', { status: 500 }, 'status 500'],
    ['503', { status: 503 }, 'status 503'],
    ['a text', { status: 200, body: 'Bad gateway' }, 'an answer of another shape'],
    ['another shape', { status: 200, body: { items: [] } }, 'an answer of another shape'],
    ['an id as a number', page([{ ...item(1), id: 1 }]), 'an answer of another shape'],
  ])('%s is unavailable, and asked for once', async (_what, fault, reason) => {
    await rig.fault('submissions', fault);
    expect(await releases()).toStrictEqual({ kind: 'unavailable', reason });
    expect(await rig.asked('GET submissions')).toBe(1);
  });

  it.each(['before', 'after'])('a connection that is cut %s the work is unavailable', async (cut) => {
    await rig.fault('submissions', { cut });
    expect(await releases()).toMatchObject({ kind: 'unavailable' });
  });

  it('404 is not found', async () => {
    expect(await rig.client.submissions('no-such-product')).toStrictEqual({ kind: 'notFound' });
  });

  it('of a server that is not there is unavailable', async () => {
    await rig.tokens(rig.simulator.ready.url);
    await rig.simulator.stop();
    expect(await releases()).toMatchObject({ kind: 'unavailable' });
    await rig.simulator.begin();
  });

  it('for want of a token is unavailable, and nothing is asked', async () => {
    const withoutToken = await startPartnerCenter();
    await withoutToken.fault('token', { status: 500 });
    const read = await withoutToken.client.submissions(product);
    expect(read).toStrictEqual({ kind: 'unavailable', reason: 'no token' });
    expect(await withoutToken.asked('GET submissions')).toBe(0);
    await withoutToken.simulator.end();
  });
});

describe('a workflow', () => {
  it('has the steps of all its parts in one row', async () => {
    const fabrikams = await productOf(fabrikam);
    const [submission] = await rig.simulator.submissions(fabrikam);
    const read = await rig.client.workflowSteps(fabrikams, submission?.id ?? '');
    expect(read.kind === 'read' && read.value.map(({ name, state }) => `${name}: ${state}`)).toStrictEqual([
      'Automated validation: InProgress',
      'Preview creation: NotStarted',
      'Publisher signoff: NotStarted',
      'Certification: NotStarted',
      'Publish: NotStarted',
    ]);
  });

  it('may have parts without steps', async () => {
    await rig.fault('workflowdetails', page([{ type: 'Push' }]));
    expect(await rig.client.workflowSteps(product, '1')).toStrictEqual({ kind: 'read', value: [] });
  });

  it('that is not shown is not found', async () => {
    expect(await rig.client.workflowSteps(product, '1')).toStrictEqual({ kind: 'notFound' });
  });
});

describe('the version of a package', () => {
  it('that names none is not found', async () => {
    await rig.fault('packageConfigurations', page([{ version: null }, {}]));
    expect(await rig.client.packageVersion(product, 'instance')).toStrictEqual({ kind: 'notFound' });
  });

  it('of another product’s instance is not found', async () => {
    expect(await rig.client.packageVersion(product, 'instance')).toStrictEqual({ kind: 'notFound' });
  });
});
