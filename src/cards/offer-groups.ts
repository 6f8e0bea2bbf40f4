import type { Submission } from '../domain/submission.js';
import type { OfferSighting } from '../domain/picture.js';
import { goLiveWords } from './go-live-words.js';
import { positionOf } from '../domain/stage.js';
import { isLate, unfinishedOf } from './lateness.js';
import type { Look } from './look.js';
import { waitsForSignOff } from './next-step.js';
import { blockedWords, isBlocked } from './obstacle-words.js';
import { stageNames, standing } from './stage-words.js';
import { lateSign, signs, type Sign, type Tone } from './symbols.js';

/** In the order of a list: what waits for people first, what has arrived last. */
export type GroupKind = 'waiting' | 'attention' | 'running' | 'arrived' | 'none';

export interface Placed {
  readonly group: GroupKind;
  readonly sign: Sign;
  readonly words: string;
  /** Since when it stands there; null where that is not known. ISO 8601, UTC. */
  readonly since: string | null;
}

export const groups: readonly { readonly kind: GroupKind; readonly title: string; readonly tone: Tone }[] = [
  { kind: 'waiting', title: 'Waiting for you', tone: 'Accent' },
  { kind: 'attention', title: 'Needs attention', tone: 'Attention' },
  { kind: 'running', title: 'Under way', tone: 'Default' },
  { kind: 'arrived', title: 'In the content hub', tone: 'Default' },
  { kind: 'none', title: 'No submission', tone: 'Default' },
];

export function placeOf({ offer }: OfferSighting, look: Look): Placed {
  const { current } = offer;
  if (current === null)
    return { group: 'none', sign: signs.notStarted, words: 'Nothing submitted yet', since: null };
  const here = unfinishedOf(current.stages);
  if (here === null) return arrived(current);
  const since = here.endedAt ?? here.startedAt;
  const words = standing(here);
  if (offer.gone)
    return { group: 'attention', sign: lateSign, words: 'Not in Partner Center any more', since: null };
  if (isBlocked(here, offer)) return { group: 'attention', sign: lateSign, words: blockedWords, since };
  if (isLate(here, look))
    return { group: 'attention', sign: lateSign, words: `${stageNames[here.stage]} is late`, since };
  if (here.status === 'failed' || here.status === 'cancelled')
    return { group: 'attention', sign: signs[here.status], words, since };
  if (waitsForSignOff(offer, current)) return { group: 'waiting', sign: signs.waiting, words, since };
  const signed = offer.signOff?.submissionId === current.submissionId && here.stage === 'publisherApproval';
  if (!signed) return { group: 'running', sign: signs[here.status], words, since };
  const toPress = look.goLive === 'record';
  return {
    group: toPress ? 'waiting' : 'running',
    sign: signs.waiting,
    words: goLiveWords(offer, positionOf(current.stages), look),
    since: offer.signOff?.at ?? since,
  };
}

function arrived({ stages }: Submission): Placed {
  const hub = stages.find(({ stage }) => stage === 'contentHub');
  return {
    group: 'arrived',
    sign: signs.succeeded,
    words: 'In the content hub',
    since: hub?.endedAt ?? null,
  };
}
