import { planObstacles } from '../../../src/adapters/partner-center/plan-obstacles.js';

const template = { state: 'Active', subType: 'solution-template' };
const application = { state: 'Active', subType: 'managed-application' };

it.each([
  ['a solution template', [template]],
  ['a solution template in other letters', [{ subType: 'SolutionTemplate' }]],
  ['a solution template beside something else', [application, template]],
  ['a plan that does not say what it is', [application, { state: 'Active' }]],
  ['something else that is out of use', [{ ...application, state: 'Inactive' }]],
  ['no plan', []],
])('%s is in the way of nothing', (_what, plans) => {
  expect(planObstacles(plans)).toStrictEqual([]);
});

it.each([
  ['something else', [application]],
  ['several of something else', [application, application]],
  ['a solution template that is out of use', [application, { ...template, state: 'Inactive' }]],
])('%s is no solution template', (_what, plans) => {
  expect(planObstacles(plans)).toStrictEqual(['notSolutionTemplate']);
});
