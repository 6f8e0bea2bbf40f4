import type { Offer } from '../domain/offer.js';
import type { GoLiveState } from '../domain/go-live-state.js';
import type { Position } from '../domain/stage.js';
import { boxOf, type Box, type BoxStyle } from './box.js';
import { goLiveSentence, goLiveWords } from './go-live-words.js';
import type { Look } from './look.js';

/** What Partner Center has made of a sign-off, and who has to do what. */
export function goLiveBox(offer: Offer, position: Position, look: Look): Box {
  return boxOf(styleOf(offer, look), goLiveWords(offer, position, look), goLiveSentence(offer, look));
}

const styles: Readonly<Record<GoLiveState, BoxStyle>> = {
  signed: 'emphasis',
  recorded: 'emphasis',
  promoteStarted: 'emphasis',
  accepted: 'emphasis',
  refused: 'attention',
  unknown: 'warning',
  notTaken: 'attention',
  publishing: 'emphasis',
  live: 'good',
};

/** A recorded sign-off asks somebody to press in Partner Center: it must not look settled. */
function styleOf({ goLive }: Offer, look: Look): BoxStyle {
  const style = styles[goLive?.state ?? 'signed'];
  const isBefore = goLive === null || ['signed', 'recorded', 'promoteStarted'].includes(goLive.state);
  return look.goLive === 'record' && isBefore ? 'accent' : style;
}
