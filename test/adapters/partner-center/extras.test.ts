import type { OfferToRead } from '../../../src/ports.js';
import { knownFrom, lines, startPartnerCenter, unread, type PartnerCenterRig } from './rig.js';

let rig: PartnerCenterRig;
let offerKey: string;
let known: Partial<OfferToRead>;
afterEach(() => rig.simulator.end());

async function begin(scenario: string): Promise<void> {
  rig = await startPartnerCenter(scenario);
  offerKey = rig.simulator.ready.offers[0] ?? '';
  known = {};
}

const read = () => rig.source.read({ ...unread(offerKey), ...known });
const detail = async () => {
  const reading = await read();
  known = knownFrom(reading);
  return known.current?.detail;
};

async function fails(scenario: string): Promise<void> {
  await begin(scenario);
  for (let step = 0; step < 9; step += 1) await rig.simulator.control('advance', { offerId: offerKey });
  await rig.forgetRequests();
}

describe.each([
  [
    'before the workflow',
    'pre-validation-failure',
    /reseller configuration .* missing/,
    'Active validation errors',
  ],
  ['in validation', 'validation-failure', /_solutionVersion differs/, null],
])('a failure %s', (_where, scenario, said, listed) => {
  it('has the messages of the validation, asked for once', async () => {
    await fails(scenario);
    expect(await detail()).toMatch(said);
    expect(await detail()).toMatch(said);
    expect(await rig.asked('GET validations')).toBe(1);
    expect(await rig.asked('GET reports')).toBe(0);
  });

  it.each([404, 500])(
    'has what the list says where they cannot be read, and is asked again (%i)',
    async (status) => {
      await fails(scenario);
      await rig.fault('validations', { status });
      expect(await detail()).toBe(listed);
      expect(await detail()).toMatch(said);
    },
  );
});

describe('a failure in certification', () => {
  it('has the day of its report and not the link to it, asked for once', async () => {
    await fails('certification-failure');
    expect(lines(await read())).toStrictEqual(['1 2.2.0 certification failed']);
    await rig.forgetRequests();
    expect(await detail()).toBe('Certification report of 2026-03-02: Failed');
    expect(await detail()).toBe('Certification report of 2026-03-02: Failed');
    expect(await rig.asked('GET reports')).toBe(1);
    expect(await rig.asked('GET validations')).toBe(0);
  });

  it('has no words where the reports cannot be read, and is asked again', async () => {
    await fails('certification-failure');
    await rig.fault('reports', { status: 503 });
    expect(await detail()).toBeNull();
    expect(await detail()).toBe('Certification report of 2026-03-02: Failed');
  });
});

it('a failure in preview creation has no words of its own', async () => {
  await fails('preview-failure');
  expect(await detail()).toBeNull();
  expect(await rig.asked('GET validations')).toBe(0);
});

describe('the plans', () => {
  it('of a solution template are in the way of nothing', async () => {
    await begin('happy');
    expect(await read()).toMatchObject({ value: { obstacles: [] } });
  });

  it('of something else keep it out of the content hub', async () => {
    await begin('managed-application');
    expect(await read()).toMatchObject({ value: { obstacles: ['notSolutionTemplate'] } });
  });

  it('are not asked for again of a submission that is known', async () => {
    await begin('managed-application');
    known = knownFrom(await read());
    expect(await read()).toMatchObject({ value: { obstacles: null } });
    expect(await rig.asked('GET variants')).toBe(1);
  });

  it.each([404, 500])('do no harm where they cannot be read (%i)', async (status) => {
    await begin('managed-application');
    await rig.fault('variants', { status });
    expect(await read()).toMatchObject({ kind: 'read', value: { obstacles: null, submissions: [{}] } });
  });
});
