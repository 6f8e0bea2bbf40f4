import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cardTemplate } from '../../src/cards/template.js';
import { complaintsAbout } from './official-parser.js';
import { templateData } from './template-data.js';

const folder = path.join(__dirname, '..', '..', 'cards');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.json') && !file.endsWith('.data.json'))
  .map((file) => file.replace('.json', ''));

it('has one template per picture, each with data to preview it', () => {
  expect(names).toEqual(Object.keys(templateData()).toSorted());
  for (const name of names) expect(() => sampleOf(name)).not.toThrow();
});

describe.each(names)('%s', (name) => {
  it('expands its sample data without leftovers', () => {
    const content = cardTemplate(name)(sampleOf(name));
    expect(JSON.stringify(content)).not.toMatch(/\$\{|\$data|null/);
    expect(complaintsAbout(content)).toEqual([]);
  });

  it('has sample data of the shape that the renderer makes', () => {
    const made = templateData()[name] ?? [];
    expect(made.length).toBeGreaterThan(0);
    for (const data of made) expect(shapeOf(data, sampleOf(name))).toEqual(shapeOf(sampleOf(name), data));
  });
});

function sampleOf(name: string): object {
  return JSON.parse(readFileSync(path.join(folder, `${name}.data.json`), 'utf8')) as object;
}

/** Keys and types all the way down; lists by their first entry where both have one. */
function shapeOf(value: unknown, other: unknown): unknown {
  if (Array.isArray(value)) {
    const twin: unknown[] = Array.isArray(other) ? other : [];
    return value.length > 0 && twin.length > 0 ? [shapeOf(value[0], twin[0])] : [];
  }
  if (typeof value !== 'object' || value === null) return typeof value;
  const twin = (typeof other === 'object' && other !== null ? other : {}) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shapeOf(each, twin[key])]));
}
