import { errorAnswer } from '../../../src/adapters/partner-center/error-answer.js';

const wrapped =
  'Microsoft.Ingestion.Shared.WebApi.Client.ErrorHandler.RestClientException: Product request failed, ' +
  'API=GetProduct, HttpStatusCode=BadRequest, ResponseContent={"errors":{"x-ms-publisherId":' +
  '["x-ms-publisherId is a required header."]},"type":"https://tools.ietf.org/html/rfc9110#section-15.5.1",' +
  '"title":"One or more validation errors occurred.","status":400,"traceId":"00-01-02-00"}';
const filter =
  "Unable to complete request. Request validation failed. ProductTypeFilter[0]: The field is invalid (value 'Application').";

it.each<[what: string, body: string, code: string | null, message: string | null]>([
  ['JSON', '{"statusCode":409,"message":"Already promoted."}', null, 'Already promoted.'],
  ['JSON with a word', '{"statusCode":"Conflict","message":"No."}', 'Conflict', 'No.'],
  ['JSON with a code', '{"errorCode":"Resell-20007","message":"Missing."}', 'Resell-20007', 'Missing.'],
  ['JSON without words', '{"statusCode":500}', null, null],
  ['another JSON', '[1]', null, null],
  [
    'a problem',
    '{"title":"Not valid.","status":400,"errors":{"a":["a is missing."]}}',
    null,
    'a is missing.',
  ],
  ['a problem without details', '{"title":"Not valid.","status":400,"errors":{}}', null, 'Not valid.'],
  ['an ARM error', '{"error":{"code":"NotFound","message":"No workspace."}}', 'NotFound', 'No workspace.'],
  [
    'a RestClientException',
    wrapped,
    'RestClientException.BadRequest',
    'x-ms-publisherId is a required header.',
  ],
  [
    'it as JSON',
    JSON.stringify(wrapped),
    'RestClientException.BadRequest',
    'x-ms-publisherId is a required header.',
  ],
  ['it, cut off', wrapped.slice(0, 260), 'RestClientException.BadRequest', 'BadRequest'],
  ['it without content', 'x.RestClientException: HttpStatusCode=Gone', 'RestClientException.Gone', 'Gone'],
  ['a code before a text', `ICH50400 - ${filter}`, 'ICH50400', filter],
  [
    'it within JSON',
    JSON.stringify({ statusCode: 400, message: `ICH50400 - ${filter}` }),
    'ICH50400',
    filter,
  ],
  ['a text', 'The request\r\n is not valid.', null, 'The request is not valid.'],
  ['a text as JSON', '"The product does not exist"', null, 'The product does not exist'],
  ['a page', '<!doctype html><title>Maintenance</title>', null, null],
  ['nothing', ' ', null, null],
])('%s', (_what, body, code, message) => {
  expect(errorAnswer(body)).toStrictEqual({ code, message });
});

it('says no more than two hundred characters, none of them torn', () => {
  const { message } = errorAnswer('😀'.repeat(300));
  expect(message).toBe(`${'😀'.repeat(199)}…`);
});

it.each(['Bearer eyJhbGciOi', 'a'.repeat(65), 'a code', '', 7, '4xx', 'a\nb'])(
  'has no code that could be something else: %j',
  (code) => {
    expect(errorAnswer(JSON.stringify({ code, message: 'No.' }))).toStrictEqual({
      code: null,
      message: 'No.',
    });
  },
);
