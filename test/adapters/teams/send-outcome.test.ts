import { outcomeOfError } from '../../../src/adapters/teams/send-outcome.js';

const fault = (statusCode: number, code: string, retryAfter?: string): Error =>
  Object.assign(new Error('what the connector said'), {
    statusCode,
    code,
    response: { headers: new Headers(retryAfter === undefined ? {} : { 'retry-after': retryAfter }) },
  });

/** Teams' documented answers to a bot that sends. */
describe('what an error of the channel means for a post', () => {
  it.each([
    [401, 'BotNotRegistered', 'failed'],
    [403, 'BotDisabledByAdmin', 'gone'],
    [403, 'BotNotInConversationRoster', 'gone'],
    [403, 'ConversationBlockedByUser', 'gone'],
    [404, 'ConversationNotFound', 'gone'],
    [404, 'ActivityNotFoundInConversation', 'missing'],
    [412, 'PreconditionFailed', 'retry'],
    [413, 'MessageSizeTooBig', 'failed'],
    [429, 'TooManyRequests', 'retry'],
    [500, 'InternalServerError', 'retry'],
    [502, 'BadGateway', 'retry'],
    [503, 'ServiceUnavailable', 'retry'],
    [504, 'GatewayTimeout', 'retry'],
    [400, 'BadSyntax', 'failed'],
  ])('%i %s: %s', (status, code, kind) => {
    expect(outcomeOfError(fault(status, code)).kind).toBe(kind);
  });

  it('honours Retry-After', () => {
    expect(outcomeOfError(fault(429, 'TooManyRequests', '7'))).toMatchObject({
      kind: 'retry',
      afterSeconds: 7,
    });
  });

  it.each(['soon', '-1', '0'])('passes over a Retry-After of %j', (retryAfter) => {
    expect(outcomeOfError(fault(429, 'TooManyRequests', retryAfter))).toMatchObject({ afterSeconds: null });
  });

  it('leaves a 500 to the recovery scan', () => {
    expect(outcomeOfError(fault(500, 'InternalServerError'))).toMatchObject({
      kind: 'retry',
      afterSeconds: 120,
    });
  });

  it.each([
    ['a broken connection', Object.assign(new Error('read'), { code: 'ECONNRESET' })],
    ['a time-out', Object.assign(new Error('aborted'), { name: 'AbortError' })],
    ['something that is no error', 'odd'],
  ])('tries again after %s', (_what, error) => {
    expect(outcomeOfError(error)).toMatchObject({ kind: 'retry', afterSeconds: null });
  });

  it('never repeats what the connector said: it may quote a message', () => {
    expect(JSON.stringify(outcomeOfError(fault(400, 'BadSyntax')))).not.toContain('what the connector said');
  });
});
