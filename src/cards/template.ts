import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Template } from 'adaptivecards-templating';

// The same way up from src/cards and from dist/cards.
const folder = path.join(__dirname, '..', '..', 'cards');

/**
 * The template `cards/<name>.json`, parsed once: parsing costs ten times what expanding does. The data must be
 * complete: the library leaves a missing field's expression in the card and throws at a null inside of text.
 */
export function cardTemplate(name: string): (data: object) => Record<string, unknown> {
  const template = new Template(JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')));
  return (data) => template.expand({ $root: data }) as Record<string, unknown>;
}
