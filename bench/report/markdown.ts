/** A column of a table; numbers stand to the right. */
type Column = readonly [title: string, holds: 'words' | 'numbers'];

/** A table as markdown; Prettier aligns it. */
export function table(columns: readonly Column[], body: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const titles = columns.map(([title]) => title);
  const rule = columns.map(([, holds]) => (holds === 'words' ? '---' : '--:'));
  return [line(titles), line(rule), ...body.map(line)].join('\n');
}

/** Three digits, and whole numbers whole. */
export function number(value: number): string {
  return String(Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3)));
}
