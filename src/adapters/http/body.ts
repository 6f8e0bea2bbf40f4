import type { Request } from 'restify';

/** The bytes of a body as they came, whatever its type is said to be; null for a larger one, of which nothing is kept. */
export async function bodyOf(request: Request, largest: number): Promise<Buffer | null> {
  let chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largest) chunks = [];
    else chunks.push(chunk);
  }
  return size > largest ? null : Buffer.concat(chunks);
}
