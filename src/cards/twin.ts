import { withoutMarkdown } from './outside-text.js';

/** The plain text that says what a card says, for `fallbackText`; empty lines fall out. */
export function plainTwin(lines: readonly string[]): string {
  return lines
    .filter((line) => line !== '')
    .map(withoutMarkdown)
    .join('\n\n');
}

/** One line for the toast. */
export function toast(...parts: readonly string[]): string {
  return withoutMarkdown(parts.filter((part) => part !== '').join(' · '));
}
