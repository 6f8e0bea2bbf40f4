import type { StageStatus } from '../domain/stage.js';

export type Tone = 'Default' | 'Good' | 'Accent' | 'Attention';

/** A sign for a status; its meaning always stands beside it in words too. */
export interface Sign {
  readonly symbol: string;
  readonly tone: Tone;
}

export const signs: Readonly<Record<StageStatus, Sign>> = {
  succeeded: { symbol: '✓', tone: 'Good' },
  inProgress: { symbol: '●', tone: 'Accent' },
  waiting: { symbol: '●', tone: 'Accent' },
  failed: { symbol: '✕', tone: 'Attention' },
  cancelled: { symbol: '‖', tone: 'Attention' },
  notStarted: { symbol: '○', tone: 'Default' },
};

export const lateSign: Sign = { symbol: '●', tone: 'Attention' };
