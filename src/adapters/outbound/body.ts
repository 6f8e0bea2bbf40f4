import type { ZodType } from 'zod';

/** The answer's body as `schema` reads it; null when it is not JSON or not of that shape. */
export function parseBody<T>(text: string, schema: ZodType<T>): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
