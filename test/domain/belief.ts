import { stages, type Position } from '../../src/domain/stage.js';
import type { EventKind } from '../../src/domain/offer-event.js';
import { arrived, isLive, type Moment, type Publish } from './world.js';

/** Ways of looking at an offer, or of failing to. */
export type Glance =
  'poll' | 'pollWithoutNewest' | 'emptyPoll' | 'pushOfNewest' | 'pushOfLive' | 'failedPoll' | 'restart';

/** What is believed after the accepted glances, and when the one was made that last changed it. */
export interface Belief {
  readonly newest: Publish;
  readonly live: Publish | null;
  readonly seconds: number;
}

export interface Told {
  readonly kind: EventKind;
  readonly release: number;
  readonly replaces: number | null;
  readonly from: Position | null;
  readonly to: Position;
}

/** The submissions that a glance shows, the newest first; null where it shows nothing. */
export function shown(glance: Glance, { newest, live }: Moment): readonly Publish[] | null {
  switch (glance) {
    case 'poll':
      return live === null ? [newest] : [newest, live];
    case 'pushOfNewest':
      return [newest];
    case 'pollWithoutNewest':
    case 'pushOfLive':
      return live && [live];
    case 'emptyPoll':
    case 'failedPoll':
    case 'restart':
      return null;
  }
}

/** Newer than the last change, what was seen is so; what was not seen stays as it was believed. */
export function believe(
  before: Belief | null,
  glance: Glance,
  moment: Moment,
  seconds: number,
): Belief | null {
  const [first, second = null] = shown(glance, moment) ?? [];
  if (first === undefined) return before;
  if (before === null) return { newest: first, live: second, seconds };
  if (seconds <= before.seconds) return before;
  const isOlder = first.release < before.newest.release;
  const newest = isOlder ? before.newest : first;
  const wentLive = newest.release > before.newest.release && isLive(before.newest);
  const live = isOlder ? first : (second ?? (wentLive ? before.newest : before.live));
  const hub = glance === 'poll' || glance === 'pollWithoutNewest' ? moment.hub : null;
  const after = { newest: inHub(newest, hub), live: live && inHub(live, hub) };
  const isSame = JSON.stringify([before.newest, before.live]) === JSON.stringify([after.newest, after.live]);
  return isSame ? before : { ...after, seconds };
}

/** The hub shows one release: with it whatever went live before it has arrived too. */
function inHub(publish: Publish, hub: number | null): Publish {
  return hub !== null && isLive(publish) && publish.release <= hub
    ? { ...publish, position: arrived }
    : publish;
}

/** The movements between two beliefs; the first is a baseline, and so is a live submission never seen before. */
export function movements(before: Belief | null, after: Belief | null): readonly Told[] {
  if (before === null || after === null) return [];
  return [after.newest, after.live].flatMap((publish): readonly Told[] => {
    if (publish === null) return [];
    const { release, position: to } = publish;
    const known = [before.newest, before.live].find((each) => each?.release === release);
    if (known) {
      const from = known.position;
      const kind = isBeyond(to) && !isBeyond(from) ? 'unsigned' : 'moved';
      return isAt(from, to) ? [] : [{ kind, release, replaces: null, from, to }];
    }
    const { release: replaces, position: from } = before.newest;
    return publish === after.newest ? [{ kind: 'resubmitted', release, replaces, from, to }] : [];
  });
}

function isAt(from: Position, to: Position): boolean {
  return from.stage === to.stage && from.status === to.status;
}

function isBeyond({ stage }: Position): boolean {
  return stages.indexOf(stage) > stages.indexOf('publisherApproval');
}
