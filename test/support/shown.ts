import type { Answer } from './rig.js';
import type { Recorded } from './fake-connector.js';

type Card = Readonly<Record<string, unknown>>;

/** The card of a posted or updated activity; empty when it had none. */
export function cardOf(shown: Recorded | undefined): Card {
  const [attachment] = (shown?.body['attachments'] ?? []) as { content: Card }[];
  return attachment?.content ?? {};
}

/** What a person can read of a posted activity: its text, or its card's plain-text twin. */
export function textOf(shown: Recorded | undefined): string {
  return words(shown?.body['text']) || words(cardOf(shown)['fallbackText']);
}

/** What a person can read of the answer to a pressed button. */
export function answerText({ body }: Answer): string {
  return words(body?.value) || words((body?.value as Card | undefined)?.['fallbackText']);
}

function words(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
