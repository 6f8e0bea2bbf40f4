import type { StageStatus } from '../domain/stage.js';

/** Never Warning or Good for text: on Teams' white they can hardly be read. */
export type Tone = 'Default' | 'Accent' | 'Attention';

/** A sign for a status; its meaning always stands beside it in words too. */
export interface Sign {
  readonly symbol: string;
  readonly tone: Tone;
  readonly faint: boolean;
}

export const signs: Readonly<Record<StageStatus, Sign>> = {
  succeeded: { symbol: '✓', tone: 'Default', faint: false },
  inProgress: { symbol: '●', tone: 'Accent', faint: false },
  waiting: { symbol: '●', tone: 'Accent', faint: false },
  failed: { symbol: '✕', tone: 'Attention', faint: false },
  cancelled: { symbol: '‖', tone: 'Attention', faint: false },
  notStarted: { symbol: '○', tone: 'Default', faint: true },
};

export const lateSign: Sign = { symbol: '●', tone: 'Attention', faint: false };
