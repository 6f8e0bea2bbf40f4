import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFaults } from '../../../src/local/simulator/faults/faults.js';
import { namedFaults } from '../../../src/local/simulator/faults/all.js';
import { createDispatch } from '../../../src/local/simulator/dispatch.js';
import { createRequestCounts } from '../../../src/local/simulator/request-counts.js';
import { scenarios } from '../../../src/local/simulator/scenarios/all.js';
import { createWorld } from '../../../src/local/simulator/world.js';
import { Rig } from './rig.js';
import { begin } from './telling.js';

const page = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'simulator.md'), 'utf8');

/** The cells of the first table under a heading, without its head. */
function table(heading: string): readonly (readonly string[])[] {
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  const rows =
    section
      .split('\n## ')[0]
      ?.split('\n')
      .filter((line) => line.startsWith('|')) ?? [];
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const code = (text: string): string => `\`${text}\``;

describe('docs/simulator.md', () => {
  it('has exactly the scenarios there are', () => {
    expect(table('Scenarios')).toStrictEqual(
      scenarios.map(({ name, description }) => [code(name), description]),
    );
  });

  it('has exactly the faults there are', () => {
    expect(table('Faults')).toStrictEqual(
      namedFaults.map(({ name, description, route, basis }) => [code(name), description, code(route), basis]),
    );
  });

  it('names calls that can be made, and every one of them', async () => {
    const named = table('Ask it').map(([, name]) => name?.replaceAll('`', ''));
    const rig = await Rig.start({ manual: true });
    const key = rig.ready.offers[0] ?? '';
    const product = await rig.productPath(key);
    const submission = await rig.newestPath(key);
    await rig.fetch(`/artifacts/${key}/1.0.0/mainTemplate.json`);
    await rig.fetch('/reports/1');
    await rig.fetch('/offers');
    await rig.fetch(`/offers/${key}`);
    await rig.azure(`${rig.ready.workspace}/providers/Microsoft.SecurityInsights/contentProductPackages`);
    for (const path of [product, `${product}/variants`, `${product}/branches/getByModule(module=Package)`])
      await rig.api(path);
    await rig.api(`${product}/packageConfigurations/getByInstanceID(instanceID=1)`);
    for (const rest of ['', '/workflowdetails', '/validations', '/reports']) await rig.api(submission + rest);
    await rig.api(`${product}/submissions`, 'POST');
    await rig.api(`${submission}/promote`, 'POST');
    await rig.api(submission, 'DELETE');
    const { routes } = (await rig.control('requests')).json() as { routes: Record<string, number> };
    await rig.end();
    expect(new Set(named)).toStrictEqual(new Set(Object.keys(routes).map((route) => route.split(' ')[1])));
  });

  it('names control routes that exist', () => {
    const world = createWorld({ state: begin(), now: Date.now, manual: true, keep: () => undefined });
    const dispatch = createDispatch({ world, faults: createFaults(), counts: createRequestCounts() });
    const calls = table('Control routes').flatMap(([cell = '']) => [
      ...cell.matchAll(/`(GET|POST|DELETE) ([^`?]+)/gu),
    ]);
    expect(calls.length).toBeGreaterThan(10);
    for (const [, method = '', path = ''] of calls) {
      const incoming = {
        query: new URLSearchParams(),
        origin: 'http://x',
        body: '',
        authorization: undefined,
      };
      const { answer } = dispatch({ method, path: path.replace('{name}', 'slow'), ...incoming });
      const status = answer === 'cut' ? 0 : answer.status;
      expect([method, path, [404, 405].includes(status)]).toStrictEqual([method, path, false]);
    }
  });
});
