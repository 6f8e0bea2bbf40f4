import { apiError, armError, type Answer } from '../call.js';
import type { Access } from '../route.js';
import { productTypeFilterRefused } from '../products-routes.js';
import type { Decision, NamedFault } from './fault.js';

const publisherIdHeader = [
  'Microsoft.Ingestion.Shared.WebApi.Client.ErrorHandler.RestClientException: Product request failed, ',
  'API=GetProduct, HttpStatusCode=BadRequest, ResponseContent={"errors":{"x-ms-publisherId":["x-ms-publisherId is a required header."]},',
  '"type":"https://tools.ietf.org/html/rfc9110#section-15.5.1","title":"One or more validation errors occurred.","status":400,',
  '"traceId":"00-00000000000000000000000000000001-0000000000000001-00"}',
].join('');

/** In the way of the API that is called. */
function refused(status: number, code: string, message: string, headers?: Record<string, string>): Decision {
  const body = (access: Access): Answer =>
    access === 'azure' ? armError(status, code, message) : apiError(status, message);
  return { kind: 'decision', answer: (access) => ({ ...body(access), ...(headers && { headers }) }) };
}

function instead(answer: Answer): Decision {
  return { kind: 'decision', answer: () => answer };
}

const tooMany = 'Request rate exceeds limit';

/** Answers in place of the truth. */
export const refusals: readonly NamedFault[] = [
  {
    name: 'rate-limited',
    description: '429 with `Retry-After: 2`',
    basis: 'assumed',
    route: 'partnerCenter',
    effect: refused(429, 'TooManyRequests', tooMany, { 'retry-after': '2' }),
  },
  {
    name: 'rate-limited-without-hint',
    description: '429 that does not say when to come back',
    basis: 'documented',
    route: 'partnerCenter',
    effect: refused(429, 'TooManyRequests', tooMany),
  },
  {
    name: 'unavailable',
    description: '503',
    basis: 'observed',
    route: 'partnerCenter',
    effect: refused(503, 'ServiceUnavailable', 'The service is unavailable.'),
  },
  {
    name: 'server-error',
    description: '500',
    basis: 'observed',
    route: 'partnerCenter',
    effect: refused(500, 'InternalServerError', 'An unexpected error occurred.'),
  },
  {
    name: 'publisher-id-header',
    description:
      '400 of June 2026: a text about a `RestClientException` that wants the header x-ms-publisherId',
    basis: 'observed',
    route: 'partnerCenter',
    effect: instead({ status: 400, body: publisherIdHeader }),
  },
  {
    name: 'product-type-filter',
    description: '400 `ICH50400` of April 2026 on lists of products, filtered ones too',
    basis: 'observed',
    route: 'products',
    effect: instead(productTypeFilterRefused),
  },
  {
    name: 'json-error',
    description: '400 with `statusCode` and `message` as JSON',
    basis: 'observed',
    route: 'partnerCenter',
    effect: refused(400, 'BadRequest', 'The request is not valid.'),
  },
  {
    name: 'plain-text-error',
    description: '400 with a plain text',
    basis: 'documented',
    route: 'partnerCenter',
    effect: instead({ status: 400, body: 'The request is not valid.' }),
  },
  {
    name: 'unauthorized',
    description: '401 although the token is valid',
    basis: 'documented',
    route: 'partnerCenter',
    effect: refused(401, 'AuthenticationFailed', 'Unauthorized', { 'www-authenticate': 'Bearer' }),
  },
  {
    name: 'forbidden',
    description: '403: the application has no role that may do this',
    basis: 'documented',
    route: 'partnerCenter',
    effect: refused(403, 'AuthorizationFailed', 'Forbidden'),
  },
  {
    name: 'not-json',
    description: '200 with a page of HTML',
    basis: 'assumed',
    route: 'partnerCenter',
    effect: instead({
      status: 200,
      body: '<!doctype html><title>Maintenance</title><h1>We will be back soon.</h1>',
      headers: { 'content-type': 'text/html; charset=utf-8' },
    }),
  },
];
