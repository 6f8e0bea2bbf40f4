import { shortText } from './short-text.js';

/** What an answer that refuses says of itself. */
export interface ErrorAnswer {
  /** Its own word for the error, safe to be logged; null when it has none beside the status. */
  readonly code: string | null;
  /** Outside text, for people, of 200 characters at most; null when nothing can be made of it. */
  readonly message: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

const longestMessage = 200;
const safeCode = /^[A-Za-z][A-Za-z0-9_.-]{1,63}$/;
const nothing: ErrorAnswer = { code: null, message: null };

/**
 * Reads every form in which the APIs refuse: JSON with `statusCode` and `message`, Azure's `error.code` and
 * `error.message`, the text of a RestClientException around another service's answer, a text that begins with
 * a code such as ICH50400, any other text. A page of HTML says nothing.
 */
export function errorAnswer(body: string): ErrorAnswer {
  const text = body.trim();
  if (text === '' || text.startsWith('<')) return nothing;
  const parsed = jsonOf(text);
  if (typeof parsed === 'string') return errorAnswer(parsed);
  if (isFields(parsed)) return ofFields(parsed);
  return parsed === undefined ? ofText(text) : nothing;
}

function ofFields(fields: Fields): ErrorAnswer {
  const inner = fields['error'];
  const { code, message } = isFields(inner) ? inner : fields;
  const own = [code, fields['errorCode'], fields['statusCode']].find((each) => isSafeCode(each)) ?? null;
  const words = [message, firstOf(fields['errors']), fields['title'], fields['detail']].find(isText);
  const said = words === undefined ? nothing : errorAnswer(words);
  return { code: own ?? said.code, message: said.message };
}

function ofText(text: string): ErrorAnswer {
  const wrapped = /RestClientException\b.*?HttpStatusCode=(\w+)(?:.*?ResponseContent=(.*))?/su.exec(text);
  if (wrapped !== null) {
    const [, status = '', content = ''] = wrapped;
    // Sentences of the wrapping may follow the object, or its end be cut off.
    const object = jsonOf(content.slice(0, content.lastIndexOf('}') + 1));
    const message = isFields(object) ? ofFields(object).message : null;
    return {
      code: `RestClientException.${shortText(status, 40)}`,
      message: message ?? shortText(status, 40),
    };
  }
  const [, code = null, rest = text] = /^([A-Z]{2,8}\d{3,8})\s*[-:]\s*(.*)$/su.exec(text) ?? [];
  return { code, message: shortText(rest, longestMessage) };
}

/** The first text under `{ field: [text, …] }`, as validation errors come. */
function firstOf(errors: unknown): unknown {
  return isFields(errors) ? Object.values(errors).flat().find(isText) : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isSafeCode(value: unknown): value is string {
  return typeof value === 'string' && safeCode.test(value);
}
