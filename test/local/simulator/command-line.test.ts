import { spawn } from 'node:child_process';
import { join, parse } from 'node:path';
import { readArguments } from '../../../src/local/simulator/command-arguments.js';
import { helpPage, startPage } from '../../../src/local/simulator/command-page.js';
import { namedFaults } from '../../../src/local/simulator/faults/all.js';
import { scenarios } from '../../../src/local/simulator/scenarios/all.js';
import { until } from '../../support/until.js';

describe('arguments', () => {
  const none = { scenario: 'demo', port: 4_010, pace: 1, manual: false, faults: [] };

  it.each([
    [[], null, none],
    [['happy'], null, { ...none, scenario: 'happy' }],
    [['--port', '0', '--pace', '0.1', '--manual'], null, { ...none, port: 0, pace: 0.1, manual: true }],
    [['--data', 'kept', 'demo'], 'kept', none],
    [['--fault', 'slow', '--fault', 'unavailable'], null, { ...none, faults: ['slow', 'unavailable'] }],
    [['many', '--offers', '2000'], null, { ...none, scenario: 'many', offers: 2_000 }],
  ])('%j start it', (given, dataDir, options) => {
    expect(readArguments(given)).toStrictEqual({ kind: 'start', dataDir, options });
  });

  it.each([
    [['nothing'], 'No scenario is called nothing; there are demo, happy, '],
    [['--fault', 'nothing'], 'No fault is called nothing; there are rate-limited, '],
    [['--nothing'], "Unknown option '--nothing'. The options are --port, --pace, "],
    [['--port'], "Option '--port <value>' argument missing. The options are --port, "],
    [['--port', '70000'], '--port takes a whole number from 0 to 65535, not 70000.'],
    [['--port', '-1'], '--port'],
    [['--pace', '0'], '--pace takes a number above 0'],
    [['--pace', 'fast'], '--pace takes a number above 0'],
    [['many', '--offers', '0'], '--offers takes a whole number from 1 to 9999, not 0.'],
    [['--offers', '3'], '--offers goes with the scenario many, not with demo.'],
    [['happy', 'demo'], 'One scenario at a time: happy, demo are several.'],
  ])('%j are refused in one line: %s', (given, message) => {
    const command = readArguments(given);
    expect(command).toStrictEqual({ kind: 'wrong', message: expect.stringContaining(message) });
    expect('message' in command && command.message).toMatch(/^[^\n]+[^.]\.$/u);
  });

  it.each([['--help'], ['-h']])('%s asks for help', (given) => {
    expect(readArguments([given])).toStrictEqual({ kind: 'help' });
  });
});

describe('pages', () => {
  it('help names every scenario and every fault', () => {
    for (const { name, description } of [...scenarios, ...namedFaults]) {
      expect(helpPage()).toMatch(
        new RegExp(`^ {2}${name} +${description.replaceAll(/[.()]/gu, '.')}$`, 'mu'),
      );
    }
  });

  it('many offers are not all named', () => {
    const offers = Array.from({ length: 30 }, (_, index) => `publisher.offer-${index}`);
    const page = startPage({
      scenario: 'many',
      pid: 1,
      url: 'http://127.0.0.1:4010',
      offers,
      workspace: '/w',
      clientId: 'c',
      clientSecret: 's',
      tenantId: 't',
    });
    expect(page).toContain('  publisher.offer-19\n  and 10 more: http://127.0.0.1:4010/_simulator/state\n');
  });
});

describe('the process', () => {
  const source = require.resolve('../../../src/local/simulator/command-line.js');
  const built = join(__dirname, '..', '..', '..', 'dist', 'local', 'simulator');
  const script = join(built, `${parse(source).name}.js`);

  function run(given: readonly string[]) {
    const child = spawn(process.execPath, [script, ...given], { stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { out: '', err: '' };
    child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
    const ended = new Promise<number | null>((resolve) => void child.once('close', resolve));
    return { child, said, ended };
  }

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'says how to reach it, serves, and ends on %s with 0',
    async (signal) => {
      const { child, said, ended } = run(['happy', '--port', '0', '--fault', 'slow']);
      await until('it has told how to stop', () => said.out.includes('To stop'));
      const set = (name: string): string => new RegExp(`^ {2}${name}=(.+)$`, 'mu').exec(said.out)?.[1] ?? '';
      const url = set('PARTNER_CENTER_API_URL');
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
      expect([
        set('PARTNER_CENTER'),
        set('PARTNER_CENTER_AUTHORITY_URL'),
        set('MARKETPLACE_CATALOG_URL'),
        set('SENTINEL_API_URL'),
      ]).toStrictEqual(['api', url, url, url]);
      expect(set('SENTINEL_WORKSPACE')).toMatch(/^\/subscriptions\//u);
      expect(said.out).toContain('\n  bellows.azure-sentinel-solution-bellows\n');
      const token = await fetch(`${url}/${set('PARTNER_CENTER_TENANT_ID')}/oauth2/v2.0/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: set('PARTNER_CENTER_CLIENT_ID'),
          client_secret: set('PARTNER_CENTER_CLIENT_SECRET'),
          scope: `${url}/.default`,
        }),
      });
      expect(token.status).toBe(200);
      const faults = (await (await fetch(`${url}/_simulator/faults`)).json()) as { waiting: unknown };
      expect(faults.waiting).toStrictEqual([{ name: 'slow', route: 'partnerCenter', left: null }]);
      child.kill(signal);
      expect([await ended, said.err]).toStrictEqual([0, '']);
    },
  );

  it('ends with 1 and one line when it cannot start', async () => {
    const first = run(['--port', '0']);
    await until('it has told how to stop', () => first.said.out.includes('To stop'));
    const [, port = ''] = /127\.0\.0\.1:(\d+)/u.exec(first.said.out) ?? [];
    const taken = run(['--port', port]);
    const unknown = run(['nothing']);
    expect(await Promise.all([taken.ended, unknown.ended])).toStrictEqual([1, 1]);
    expect(taken.said.err).toBe(`Port ${port} is taken: choose another one with --port.\n`);
    expect(unknown.said.err).toMatch(/^No scenario is called nothing; there are [^\n]+\n$/u);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
  });
});
