import { existsSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../../support/until.js';
import { contoso, fabrikam, Rig } from './rig.js';

function keptTime({ dataDir }: Rig): number {
  const file = join(dataDir, 'simulator-time.json');
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
}

describe('a restart', () => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await Rig.start();
  });
  afterEach(() => rig.end());

  const substate = async (key: string): Promise<string> =>
    (await rig.submissions(key)).map((each) => `${each.releaseNumber} ${each.substate}`).join(', ');

  it('goes on with the time the running stage had left, however long it was away', async () => {
    rig.forward(60);
    expect(await substate(fabrikam)).toBe('1 ReadyToPublish');
    await rig.stop();
    rig.forward(86_400);
    await rig.begin();
    expect(await substate(fabrikam)).toBe('1 ReadyToPublish');
    rig.forward(6.9);
    expect(await substate(fabrikam)).toBe('1 ReadyToPublish');
    rig.forward(0.1);
    expect(await substate(fabrikam)).toBe('1 Publishing');
  });

  it('keeps a pending resubmission waiting as long as it had to', async () => {
    rig.forward(100);
    expect(await substate(fabrikam)).toBe('1 FailedInCertification');
    await rig.stop();
    rig.forward(3_600);
    await rig.begin();
    rig.forward(13.9);
    expect(await substate(fabrikam)).toBe('1 FailedInCertification');
    rig.forward(0.1);
    expect(await substate(fabrikam)).toBe('1 FailedInCertification, 2 InDraft');
  });

  it('keeps a promote, the ids, the secret and the tokens', async () => {
    const token = await rig.token('https://api.partner.microsoft.com/.default');
    const newest = await rig.newestPath(contoso);
    const secret = rig.ready.clientSecret;
    expect((await rig.api(`${newest}/promote`, 'POST')).status).toBe(200);
    await rig.stop();
    await rig.begin();
    expect(rig.ready.clientSecret).toBe(secret);
    const reply = await rig.fetch(newest, { headers: { authorization: `Bearer ${token}` } });
    expect(reply.json()).toMatchObject({ substate: 'Publishing' });
    const counted = (await rig.control('requests')).json() as { promotes: Record<string, number> };
    expect(Object.values(counted.promotes)).toStrictEqual([1]);
  });

  it('has the change on the disk before the answer', async () => {
    await rig.api(`${await rig.newestPath(contoso)}/promote`, 'POST');
    const kept = JSON.parse(await readFile(join(rig.dataDir, 'simulator.json'), 'utf8')) as {
      offers: { submissions: { phase: string }[] }[];
    };
    expect(kept.offers[0]?.submissions[1]?.phase).toBe('certification');
  });

  it('after a kill knows the time that passed without anything happening', async () => {
    rig.forward(19);
    await until('the time is kept', () => keptTime(rig) === rig.now);
    const kept = await readFile(join(rig.dataDir, 'simulator.json'), 'utf8');
    await rig.stop();
    // As a kill would have left it: the state of the start, and the time beside it.
    expect(JSON.parse(kept)).toMatchObject({ savedAt: rig.now - 19_000 });
    await writeFile(join(rig.dataDir, 'simulator.json'), kept);
    rig.forward(3_600);
    await rig.begin();
    expect(await substate(fabrikam)).toBe('1 Submitted');
    rig.forward(23);
    expect(await substate(fabrikam)).toBe('1 ReadyToPublish');
  });

  it('refuses a file that is not its own', async () => {
    await rig.stop();
    await writeFile(join(rig.dataDir, 'simulator.json'), '{"format":');
    await expect(rig.begin()).rejects.toThrow('is not a state of the simulator');
  });
});

describe('another start', () => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await Rig.start();
    rig.forward(60);
    await rig.stop();
  });
  afterEach(() => rig.end());

  it('with another scenario begins anew', async () => {
    await rig.begin({ scenario: 'failures' });
    expect(rig.ready.offers).toHaveLength(8);
    await rig.stop();
    await rig.begin();
    expect((await rig.submissions(fabrikam))[0]?.substate).toBe('Submitted');
  });

  it('with an unknown scenario is refused with the names there are', async () => {
    await expect(rig.begin({ scenario: 'nothing' })).rejects.toThrow(
      /called nothing; there are demo, happy, .*many/u,
    );
  });

  it('with another number of offers begins anew', async () => {
    await rig.begin({ scenario: 'many', offers: 3 });
    await rig.stop();
    await rig.begin({ scenario: 'many', offers: 4 });
    expect(rig.ready.offers).toHaveLength(4);
  });

  it('with an unknown fault is refused with the names there are', async () => {
    await expect(rig.begin({ faults: ['nothing'] })).rejects.toThrow('there are rate-limited, ');
  });

  it('with another pace applies it to the stages that follow', async () => {
    await rig.begin({ pace: 0.1 });
    rig.forward(2.4);
    expect((await rig.submissions(fabrikam))[0]?.substate).toBe('ReadyToPublish');
  });
});
