import type { Position, Stage, StageStatus } from '../domain/stage.js';

export const stageNames: Readonly<Record<Stage, string>> = {
  validation: 'Automated validation',
  preview: 'Preview creation',
  publisherApproval: 'Publisher approval',
  certification: 'Certification',
  publishing: 'Publishing',
  contentHub: 'Content hub',
};

/** What a stage takes, said before it begins. */
export const usualTimes: Readonly<Record<Stage, string>> = {
  validation: 'usually up to 2 h',
  preview: 'usually up to 1 h',
  publisherApproval: 'needs a sign-off',
  certification: 'usually up to 3 business days',
  publishing: 'usually up to 2 h',
  contentHub: 'usually 1–2 days',
};

export const statusWords: Readonly<Record<StageStatus, string>> = {
  notStarted: 'not started',
  inProgress: 'in progress',
  waiting: 'waiting',
  succeeded: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
};

const running: Readonly<Record<Stage, string>> = {
  validation: 'Automated validation is running',
  preview: 'The preview is being created',
  publisherApproval: 'Publisher approval is being processed',
  certification: 'In certification',
  publishing: 'Being published',
  contentHub: 'Live in the marketplace, on its way into the content hub',
};

/** Where a submission stands, as a headline. Nothing is called live before publishing has succeeded. */
export function standing({ stage, status }: Position): string {
  const name = stageNames[stage];
  switch (status) {
    case 'notStarted':
      return stage === 'validation' ? 'Submitted' : `${name} has not started`;
    case 'inProgress':
      return running[stage];
    case 'waiting':
      return stage === 'publisherApproval' ? 'Waiting for publisher approval' : `${name} is waiting`;
    case 'succeeded':
      return stage === 'contentHub' ? 'In the content hub' : `${name} is done`;
    case 'failed':
      return `${name} failed`;
    case 'cancelled':
      return 'Publish cancelled';
  }
}

/** For the middle of a sentence: "in certification". */
export function inSentence(headline: string): string {
  return headline.charAt(0).toLowerCase() + headline.slice(1);
}
