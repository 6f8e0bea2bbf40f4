import { makeLogger, safeError } from '../src/logger.js';

interface Line {
  readonly level: number;
  readonly msg: string;
  readonly error?: {
    readonly name?: string;
    readonly code?: unknown;
    readonly statusCode?: unknown;
    readonly frames?: readonly string[];
  };
}

function recorded(): { texts: string[]; lines: () => Line[]; log: ReturnType<typeof makeLogger> } {
  const texts: string[] = [];
  const log = makeLogger('info', { write: (text) => void texts.push(text) });
  return { texts, log, lines: () => texts.map((text) => JSON.parse(text) as Line) };
}

/** An error as SDKs throw them: with the whole exchange, and words from outside in its message. */
function sdkError(): Error {
  const message = 'Release manager may not post\n    at their-secret-place\nBearer top-secret';
  return Object.assign(new Error(message, { cause: new Error('top-secret') }), {
    name: 'RestError',
    code: 'ECONNRESET',
    statusCode: 403,
    request: { headers: { authorization: 'Bearer top-secret' }, body: 'Release manager' },
    response: { bodyAsText: 'Release manager' },
  });
}

describe('a log line', () => {
  it('is JSON with a level, a time and a text', () => {
    const { log, lines } = recorded();
    log.info({ offerKey: 'contoso.offer' }, 'an offer moved');
    log.debug({}, 'not at this level');
    expect(lines()).toEqual([
      {
        level: 30,
        time: expect.stringMatching(/Z$/) as string,
        offerKey: 'contoso.offer',
        msg: 'an offer moved',
      },
    ]);
  });

  it.each(['error', 'err'])(
    'tells of an error, given as %s, its kind and place and nothing it carries',
    (field) => {
      const { log, texts } = recorded();
      log.error({ [field]: sdkError() }, 'a post failed');
      const [text = ''] = texts;
      expect(text).not.toMatch(/top-secret|Release manager|their-secret-place|authorization/i);
      expect(JSON.parse(text)).toMatchObject({
        msg: 'a post failed',
        [field]: { name: 'RestError', code: 'ECONNRESET', statusCode: 403 },
      });
    },
  );

  it('keeps the frames of an error, so that it can be found', () => {
    const { log, lines } = recorded();
    log.error({ error: sdkError() }, 'a post failed');
    expect(lines()[0]?.error?.frames?.[0]).toMatch(/^at sdkError .*logger\.test\.ts:\d+:\d+\)$/);
  });

  it.each([
    ['a sentence as its code', Object.assign(new Error(), { code: 'top secret of Release manager' })],
    ['an object as its code', Object.assign(new Error(), { code: { key: 'top secret' } })],
    ['a sentence as its name', Object.assign(new Error(), { name: 'top secret' })],
    ['no stack', Object.assign(new Error('top secret'), { stack: undefined })],
    ['a string that was thrown', 'top secret'],
    ['an object that was thrown', { token: 'top secret' }],
  ])('tells nothing of %s', (_what, error) => {
    expect(JSON.stringify(safeError(error))).not.toContain('top secret');
  });

  it('is not written when logging is silent', () => {
    const texts: string[] = [];
    makeLogger('silent', { write: (text) => void texts.push(text) }).error({}, 'nothing');
    expect(texts).toEqual([]);
  });
});
