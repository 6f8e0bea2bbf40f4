import type { Answer, Call } from '../call.js';
import { linkTo } from '../collection.js';
import { tokenBehindTheEnd } from '../paging.js';
import { notPublished } from '../wire-time.js';
import type { NamedFault } from './fault.js';
import { changeEach, changeTexts, isFields, itemsOf, type Fields } from './json.js';

function withUnknownSubstate(fields: Fields): Fields {
  const onItsWay = fields['resourceType'] === 'Submission' && fields['substate'] !== 'InStore';
  return onItsWay ? { ...fields, substate: 'AwaitingReview' } : fields;
}

function neverPublished(fields: Fields): Fields {
  const live = fields['substate'] === 'InStore' && fields['publishedTimeInUtc'] !== notPublished;
  return live ? { ...fields, publishedTimeInUtc: notPublished } : fields;
}

function emptied(answer: Answer): Answer | undefined {
  return itemsOf(answer)?.length ? { ...answer, body: { value: [] } } : undefined;
}

function withLinkToNowhere(answer: Answer, call: Call): Answer | undefined {
  const { body } = answer;
  if (!isFields(body) || itemsOf(answer) === undefined || 'nextLink' in body) return undefined;
  return { ...answer, body: { ...body, nextLink: linkTo(call, tokenBehindTheEnd) } };
}

function withODataLink({ body, ...rest }: Answer): Answer | undefined {
  if (!isFields(body) || !('nextLink' in body)) return undefined;
  const { nextLink, ...others } = body;
  return { ...rest, body: { ...others, '@odata.nextLink': nextLink } };
}

const zoneless = /^\d{4}-\d\d-\d\dT[\d:.]+$/u;
const zoned = /^(\d{4}-\d\d-\d\dT[\d:.]+)Z$/u;

function withTexts(answer: Answer, change: (text: string) => string): Answer | undefined {
  const body = changeTexts(answer.body, change);
  return body === answer.body ? undefined : { ...answer, body };
}

/** The truth, told in another way than usual. */
export const answerAlterations: readonly NamedFault[] = [
  {
    name: 'next-link-not-found',
    description: 'The last page of every list has a `nextLink`, too, which answers 404',
    basis: 'observed',
    route: 'partnerCenter',
    effect: { kind: 'alteration', change: withLinkToNowhere },
  },
  {
    name: 'odata-next-link',
    description:
      'The next page is named by `@odata.nextLink`, as Microsoft describes it, and not by `nextLink`',
    basis: 'documented',
    route: 'partnerCenter',
    effect: { kind: 'alteration', change: withODataLink },
  },
  {
    name: 'empty-list',
    description: 'The list of submissions is empty; with a `route`, another list',
    basis: 'assumed',
    route: 'submissions',
    effect: { kind: 'alteration', change: emptied },
  },
  {
    name: 'unknown-substate',
    description: 'A submission that is not yet live is in the unknown substate `AwaitingReview`',
    basis: 'assumed',
    route: 'partnerCenter',
    effect: { kind: 'alteration', change: (answer) => changeEach(answer, withUnknownSubstate) },
  },
  {
    name: 'never-published',
    description: 'A live submission says 1601 for the time of its publication',
    basis: 'assumed',
    route: 'partnerCenter',
    effect: { kind: 'alteration', change: (answer) => changeEach(answer, neverPublished) },
  },
  {
    name: 'timestamps-with-zone',
    description: 'Every time ends in `Z`, those of the workflow too',
    basis: 'documented',
    route: 'partnerCenter',
    effect: {
      kind: 'alteration',
      change: (answer) => withTexts(answer, (text) => (zoneless.test(text) ? `${text}Z` : text)),
    },
  },
  {
    name: 'timestamps-without-zone',
    description: 'No time ends in `Z`, not even that of the publication',
    basis: 'assumed',
    route: 'partnerCenter',
    effect: {
      kind: 'alteration',
      change: (answer) => withTexts(answer, (text) => text.replace(zoned, '$1')),
    },
  },
];
