import { apiError, type Answer } from '../call.js';
import { changeEach, isFields, itemsOf, type Fields } from './json.js';
import type { NamedFault } from './fault.js';

function stepsOf(item: unknown): readonly Fields[] {
  const steps = isFields(item) ? item['workflowSteps'] : undefined;
  return Array.isArray(steps) ? steps.filter((step): step is Fields => isFields(step)) : [];
}

function waitsForSignoff(answer: Answer): boolean {
  const steps = (itemsOf(answer) ?? []).flatMap((item) => stepsOf(item));
  return steps.some((step) => step['name'] === 'Publisher signoff' && step['state'] === 'InProgress');
}

const unknownStep = { name: 'Package attestation', state: 'Queued' };

function withUnknownStep(item: Fields): Fields {
  const steps = stepsOf(item);
  return steps.length === 0 ? item : { ...item, workflowSteps: [unknownStep, ...steps] };
}

const otherWord = (fields: Fields): Fields =>
  fields['state'] === 'Failed' ? { ...fields, state: 'Failure' } : fields;

function withOtherWord(item: Fields): Fields {
  const steps = stepsOf(item);
  const failed = [item, ...steps].some((each) => each['state'] === 'Failed');
  return failed ? { ...otherWord(item), workflowSteps: steps.map((step) => otherWord(step)) } : item;
}

function inOneItem(answer: Answer): Answer | undefined {
  const [first, ...rest] = itemsOf(answer) ?? [];
  if (!isFields(first) || rest.length === 0) return undefined;
  const workflowSteps = [first, ...rest].flatMap((item) => stepsOf(item));
  return { ...answer, body: { value: [{ ...first, workflowSteps }] } };
}

/** The workflow, told in another way than usual. */
export const workflowAlterations: readonly NamedFault[] = [
  {
    name: 'workflow-not-found-in-preview',
    description:
      'The workflow of a submission that is ReadyToPublish is 404, as in June 2026; any other is told',
    basis: 'observed',
    route: 'workflowdetails',
    effect: {
      kind: 'alteration',
      change: (answer) =>
        waitsForSignoff(answer) ? apiError(404, 'The workflow details were not found.') : undefined,
    },
  },
  {
    name: 'unknown-step',
    description: 'One more step in each part of the workflow, of an unknown name and in an unknown state',
    basis: 'assumed',
    route: 'workflowdetails',
    effect: { kind: 'alteration', change: (answer) => changeEach(answer, withUnknownStep) },
  },
  {
    name: 'failure-word',
    description: 'What failed says `Failure` and not `Failed`: the word is not known for certain',
    basis: 'assumed',
    route: 'workflowdetails',
    effect: { kind: 'alteration', change: (answer) => changeEach(answer, withOtherWord) },
  },
  {
    name: 'one-workflow-item',
    description: 'All five steps in one part of the workflow and not in two',
    basis: 'assumed',
    route: 'workflowdetails',
    effect: { kind: 'alteration', change: inOneItem },
  },
];
