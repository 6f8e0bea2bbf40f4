import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { variables } from '../../src/config/variables.js';
import { configFrom, type Environment } from './environments.js';

describe('env/.env.example', () => {
  const root = join(__dirname, '..', '..');
  const example = readFileSync(join(root, 'env', '.env.example'), 'utf8');
  const named = [...example.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
  /** Not read by the bot's process, each with the file that reads it. */
  const elsewhere: Environment = {
    COSMOS_TEST_ENDPOINT: 'test/support/stores.ts',
    COSMOS_TEST_KEY: 'test/support/stores.ts',
  };

  it('names every variable that is read, once, and no other', () => {
    const readByUs = ['OFFERWATCH_ENV', ...Object.keys(variables.shape), ...Object.keys(elsewhere)];
    expect(new Set(named)).toEqual(new Set(readByUs));
    expect(named).toHaveLength(readByUs.length);
  });

  it.each(Object.entries(elsewhere))('names %s because of %s', (name, path) => {
    expect(readFileSync(join(root, path), 'utf8')).toContain(name);
  });

  it('says of each what it does, in the lines above', () => {
    const lines = example.split('\n');
    const bare = lines.filter(
      (line, index) => /^# [A-Z_]+=/.test(line) && !/^# .*[.:]/.test(lines[index - 1] ?? ''),
    );
    expect(bare).toEqual([]);
  });

  it('changes nothing as it stands, and shows the defaults', () => {
    expect(configFrom({ OFFERWATCH_ENV: 'example' }, { 'env/.env.example': example })).toEqual(
      configFrom({}),
    );
    const shown = [...example.matchAll(/^# ([A-Z][A-Z_]+)=([^<\n]+)$/gm)];
    for (const [, name = '', value = ''] of shown) {
      if (name === 'GO_LIVE') continue;
      const schema = variables.shape[name as keyof typeof variables.shape];
      const standard: unknown = schema.safeParse(undefined).data ?? configFrom({}).host;
      expect([name, value]).toEqual([name, JSON.stringify(standard).replaceAll('"', '')]);
    }
  });
});
