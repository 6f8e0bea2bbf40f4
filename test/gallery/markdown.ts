/**
 * The markdown that Teams knows in cards (bold, italic, links, lists) as HTML; everything else is text. It also
 * runs in the page, sent there as its source, and so uses nothing outside itself.
 */
export function toHtml(markdown: string): string {
  const escape = (text: string) =>
    text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;');
  const inline = (text: string) =>
    escape(text)
      .replace(/\[([^\]]+)\]\((https?:[^\s)]+)\)/g, '<a href="$2">$1</a>')
      .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
      .replace(/(^|\W)[*_](\S|\S.*?\S)[*_](?=\W|$)/g, '$1<i>$2</i>')
      .replace(/\\([*_[\]()\\#`~-])/g, '$1');
  const blocks: { tag: string; lines: string[] }[] = [];
  for (const line of markdown.split(/\r?\n/)) {
    const item = /^\s*(?:([-*+])|\d+[.)])\s+(.*)$/.exec(line);
    const tag = item ? (item[1] ? 'ul' : 'ol') : 'p';
    const last = blocks.at(-1);
    if (last?.tag === tag) last.lines.push(item?.[2] ?? line);
    else blocks.push({ tag, lines: [item?.[2] ?? line] });
  }
  return blocks
    .map(({ tag, lines }) =>
      tag === 'p'
        ? `<p>${lines.map(inline).join('<br>')}</p>`
        : `<${tag}>${lines.map((line) => `<li>${inline(line)}</li>`).join('')}</${tag}>`,
    )
    .join('');
}
