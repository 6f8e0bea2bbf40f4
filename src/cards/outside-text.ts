/**
 * Text from outside (names, notes, what somebody typed) as one line to be put into a TextRun: without line
 * breaks, invisible and direction-changing characters, with nothing that reads as a tag, a mention or a
 * template expression, and cut with … when longer than `most` characters.
 */
export function outsideText(text: string, most: number): string {
  const line = text
    .replace(/\p{Cs}/gu, '\uFFFD')
    // The joiners stay: scripts and emoji need them, and they change no direction.
    .replace(/(?![\u200C\u200D])\p{Cf}/gu, '')
    .replace(/[\p{Cc}\p{Z}\s]+/gu, ' ')
    .replace(/<(?=[a-z/!?])/giu, '‹')
    .replace(/\$(?=\{)/gu, '$ ')
    .replace(/\{(?=\{)/gu, '{ ')
    .trim();
  const characters = Array.from(line);
  return characters.length <= most
    ? line
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** Outside text with words for when nothing of it is left. */
export function outsideTextOr(text: string | null, most: number, otherwise: string): string {
  return outsideText(text ?? '', most) || otherwise;
}

const lookAlikes: Readonly<Record<string, string>> = {
  '*': '∗',
  '`': 'ʼ',
  '[': '(',
  ']': ')',
  '~': '∼',
  '|': '¦',
  '\\': '∖',
  '<': '‹',
};

/**
 * One line for a place that clients read as markdown: titles of buttons, `fallbackText`. Clients differ in what
 * a backslash does, so what could be markdown becomes a character that looks like it.
 */
export function withoutMarkdown(line: string): string {
  return (
    line
      .replace(/[*`[\]~|\\<]/gu, (character) => lookAlikes[character] ?? '')
      // One underscore inside of a word is no markdown, and ids are full of them.
      .replace(/(?<![A-Za-z0-9_])_+|_+(?![A-Za-z0-9_])|__+/gu, (run) => '＿'.repeat(run.length))
      .replace(/^(\s*)#/u, '$1＃')
      .replace(/^(\s*)>/u, '$1›')
      .replace(/^(\s*)[-+=]/u, '$1–')
      .replace(/^(\s*\d+)[.)](?=\s|$)/u, '$1․')
      // Addresses other than Partner Center's must not become links.
      .replace(/:\/\/(?!partner\.microsoft\.com\/dashboard\/)/giu, ':∕∕')
      .replace(/&(?=#?\w+;)/gu, '＆')
  );
}
