const longest = 500;

/**
 * What somebody typed, as the patterns expect it: without mentions, one space between words, without the words
 * that do not matter and a question mark at the end. Cut at 500 characters: no command is longer.
 */
export function normalise(typed: string): string {
  return typed
    .slice(0, longest)
    .replace(/<at[^>]*>.*?<\/at>/gis, ' ')
    .replace(/[\s\u00a0\u200b\u200e\u200f\ufeff]+/g, ' ')
    .replace(/[?\s]+$/, '')
    .replace(/(?<=^| )(?:the|offer)(?: |$)/gi, '')
    .trim();
}
