/** One JSON object somewhere in a card. */
export type Part = Readonly<Record<string, unknown>>;

/** Every object of a card, fallbacks too, in the order of reading. */
export function partsOf(value: unknown): readonly Part[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Part, ...Object.values(value).flatMap(partsOf)];
}

export function partsOfType(card: unknown, type: string): readonly Part[] {
  return partsOf(card).filter((part) => part['type'] === type);
}

/** The actions people see: not their fallbacks. */
export function actionsOf(card: unknown): readonly Part[] {
  const fallbacks = new Set(partsOf(card).map((part) => part['fallback']));
  return partsOf(card).filter((part) => String(part['type']).startsWith('Action.') && !fallbacks.has(part));
}

/** All that is read on a card, one piece a line. */
export function textOf(card: unknown): string {
  return partsOf(card)
    .filter(({ type }) => type === 'TextRun' || type === 'TextBlock' || type === 'Input.Toggle')
    .map((part) => String(part['text'] ?? part['title']))
    .join('\n');
}
