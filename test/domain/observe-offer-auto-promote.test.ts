import { observeOffer } from '../../src/domain/observe-offer.js';
import { at, offerAt, sightingOf, submissionAt } from '../support/build.js';

describe('auto-promote', () => {
  const offer = offerAt('preview', 'inProgress');
  const on = { autoPromote: true };

  it('is told once when it is turned on', () => {
    const to = { stage: 'preview', status: 'inProgress' } as const;
    const once = observeOffer(offer, sightingOf([submissionAt('preview', 'inProgress', on)]));
    expect(once.events).toMatchObject([
      { kind: 'autoPromote', from: null, to, movement: 'none', at: at(60) },
    ]);
    const moved = sightingOf([submissionAt('publisherApproval', 'waiting', on)], { at: at(120) });
    expect(observeOffer(once.offer, moved).events).toMatchObject([{ kind: 'moved' }]);
  });

  it('is told beside a movement seen with it', () => {
    const seen = sightingOf([submissionAt('publisherApproval', 'waiting', on)]);
    const { events } = observeOffer(offer, seen);
    expect(events.map(({ kind, seq }) => [kind, seq])).toEqual([
      ['autoPromote', 1],
      ['moved', 2],
    ]);
  });

  it('is not news when it is turned off', () => {
    const before = offerAt('preview', 'inProgress', { current: submissionAt('preview', 'inProgress', on) });
    const { offer: after, events } = observeOffer(
      before,
      sightingOf([submissionAt('preview', 'inProgress')]),
    );
    expect([after.current?.autoPromote, events]).toEqual([false, []]);
  });
});
