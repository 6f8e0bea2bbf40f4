import type { Answer } from '../call.js';

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The items of a collection; undefined when the answer is none. */
export function itemsOf({ body }: Answer): readonly unknown[] | undefined {
  const value = isFields(body) ? body['value'] : undefined;
  return Array.isArray(value) ? value : undefined;
}

/** Changes each object of a collection, or the one there is; undefined when that changes nothing. */
export function changeEach(answer: Answer, change: (object: Fields) => Fields): Answer | undefined {
  const items = itemsOf(answer);
  const changed = (value: unknown): unknown => (isFields(value) ? change(value) : value);
  if (items === undefined) {
    const body = changed(answer.body);
    return body === answer.body ? undefined : { ...answer, body };
  }
  const value = items.map((item) => changed(item));
  return value.every((item, index) => item === items[index])
    ? undefined
    : { ...answer, body: { ...(answer.body as Fields), value } };
}

/** Changes every text in a value, however deep; the same value when none changes. */
export function changeTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const changed = items.map((item) => changeTexts(item, change));
    return changed.every((item, index) => item === items[index]) ? value : changed;
  }
  if (!isFields(value)) return value;
  const changed = Object.entries(value).map(([key, item]) => [key, changeTexts(item, change)] as const);
  return changed.every(([key, item]) => item === value[key]) ? value : Object.fromEntries(changed);
}
