import { z } from 'zod';
import { apiError, ok, type Answer, type Call } from './call.js';
import { collection } from './collection.js';
import { certificationReports, validationItems } from './findings-answer.js';
import { cancel, offerOf, promote, submit } from './moves.js';
import { ingestion, noSuchProduct, productOf } from './products-routes.js';
import { path, type Route } from './route.js';
import { newest, offerKey, type Offer, type SimulatorState, type Submission } from './state.js';
import { standingOf, submissionAnswer } from './submission-answer.js';
import { workflowDetail, workflowDetails } from './workflow-answer.js';
import type { World } from './world.js';

type OfSubmission = (submission: Submission, offer: Offer, call: Call) => Answer;

const noSuchSubmission = apiError(404, 'The submission was not found.');
const creationSchema = z.object({
  resourceType: z.literal('SubmissionCreationRequest'),
  publishOption: z
    .object({ isAutoPromote: z.boolean().default(false), certificationNotes: z.string().default('') })
    .prefault({}),
});
const byState = /^state eq '?(InProgress|Published)'?$/iu;

/** Submissions: read, created (publish to preview), promoted (go live) and cancelled. */
export function submissionsRoutes(world: World): readonly Route[] {
  const all = `${ingestion}/products/{productId}/submissions`;
  const one = `${all}/{submissionId}`;
  const turn = createTurn();
  const route = (
    name: string,
    method: Route['method'],
    template: string,
    answer: (offer: Offer, call: Call) => Answer,
  ): Route => ({
    name,
    method,
    path: path(template),
    access: 'partnerCenter',
    answer: (call) => {
      const offer = productOf(world, call);
      return offer === undefined ? noSuchProduct : answer(offer, call);
    },
  });
  const read = (name: string, template: string, answer: OfSubmission): Route =>
    route(name, 'GET', template, (offer, call) => {
      const submission = submissionOf(offer, call);
      return submission === undefined ? noSuchSubmission : answer(submission, offer, call);
    });
  return [
    route('submissions', 'GET', all, (offer, call) => list(offer, call, turn(call))),
    route('createSubmission', 'POST', all, (offer, call) => create(world, offer, call)),
    read('submission', one, (submission, offer) =>
      ok(submissionAnswer(offer, submission, { withPublishOption: true })),
    ),
    read('workflowdetails', `${one}/workflowdetails`, (submission) =>
      ok({ value: workflowDetails(submission) }),
    ),
    read('validations', `${one}/validations`, (submission) => ok({ value: validationItems(submission) })),
    read('reports', `${one}/reports`, (submission, _offer, call) =>
      ok({ value: certificationReports(submission, call.origin) }),
    ),
    route('promote', 'POST', `${one}/promote`, (offer, call) => goLive(world, offer, call)),
    route('cancelSubmission', 'DELETE', one, (offer, call) => remove(world, offer, call)),
  ];
}

/** Either order in turn: none is promised, and the pages of one listing keep theirs by their token. */
function createTurn(): (call: Call) => 'up' | 'down' {
  let listed = 0;
  return (call) => {
    if (!call.query.has('$skipToken')) listed += 1;
    return listed % 2 === 0 ? 'up' : 'down';
  };
}

function list(offer: Offer, call: Call, order: 'up' | 'down'): Answer {
  const filter = call.query.get('$filter');
  const state = filter === null ? undefined : byState.exec(filter.trim())?.[1]?.toLowerCase();
  if (filter !== null && state === undefined) return apiError(400, 'The filter is not supported.');
  const withPublishOption = /publishOption/iu.test(call.query.get('$expand') ?? '');
  const wanted = offer.submissions.filter(
    (each) => state === undefined || standingOf(each).state.toLowerCase() === state,
  );
  return collection(wanted, call, (each) => submissionAnswer(offer, each, { withPublishOption }), { order });
}

function create(world: World, offer: Offer, call: Call): Answer {
  const wanted = creationSchema.safeParse(jsonOf(call.body));
  if (!wanted.success) return apiError(400, 'The body is not a SubmissionCreationRequest.');
  const { isAutoPromote, certificationNotes } = wanted.data.publishOption;
  const key = offerKey(offer);
  const refused = world.move((state, now) =>
    submit(state, key, now, { autoPromote: isAutoPromote, certificationNotes }),
  );
  if (refused !== undefined) return apiError(409, refused);
  const after = offerOf(world.read(), key) ?? offer;
  const submission = newest(after);
  if (submission === undefined) return noSuchSubmission;
  return { status: 201, body: submissionAnswer(after, submission, { withPublishOption: true }) };
}

function goLive(world: World, offer: Offer, call: Call): Answer {
  const asked = submissionOf(offer, call);
  if (asked === undefined) return noSuchSubmission;
  const key = offerKey(offer);
  const refused = world.move((state, now) => promote(state, key, asked.id, now));
  if (refused !== undefined) return apiError(409, refused);
  const after = offerOf(world.read(), key)?.submissions.find((each) => each.id === asked.id) ?? asked;
  return ok(workflowDetail(after, 'Live'));
}

function remove(world: World, offer: Offer, call: Call): Answer {
  const asked = submissionOf(offer, call);
  if (asked === undefined) return noSuchSubmission;
  const refused = world.move((state: SimulatorState) => cancel(state, offerKey(offer), asked.id));
  return refused === undefined ? { status: 204 } : apiError(409, refused);
}

function submissionOf(offer: Offer, call: Call): Submission | undefined {
  return offer.submissions.find((each) => each.id === call.params['submissionId']);
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
