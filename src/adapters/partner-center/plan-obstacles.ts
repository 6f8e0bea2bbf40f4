import type { Obstacle } from '../../domain/obstacle.js';
import type { PlanAnswer } from './schema.js';

/** One solution template is enough; plans that do not say what they are, or are out of use, say nothing. */
export function planObstacles(plans: readonly PlanAnswer[]): readonly Obstacle[] {
  const kinds = plans
    .filter(({ state }) => lettersOf(state) !== 'inactive')
    .map(({ subType }) => lettersOf(subType));
  const known = kinds.every((kind) => kind !== '');
  return kinds.length > 0 && known && !kinds.includes('solutiontemplate') ? ['notSolutionTemplate'] : [];
}

function lettersOf(text: string | null | undefined): string {
  return (text ?? '').toLowerCase().replaceAll(/[^a-z]/g, '');
}
