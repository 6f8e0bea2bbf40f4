import { approvalPicture, type Notice } from '../../src/domain/picture.js';
import { newOffer } from '../../src/domain/offer.js';
import type { Stage, StageStatus } from '../../src/domain/stage.js';
import { offerAt, signedOffer, submissionAt } from '../support/build.js';

const notice: Notice = { kind: 'saved', added: 2 };
const waiting = offerAt('publisherApproval', 'waiting');
const { submissionId } = submissionAt('publisherApproval', 'waiting');

describe("what is shown of a submission's approval", () => {
  it('is the card to sign while it waits', () => {
    expect(approvalPicture(waiting, submissionId, notice)).toEqual({
      kind: 'approval',
      offer: waiting,
      notice,
    });
  });

  it('is who signed, even once it moved on', () => {
    const current = submissionAt('certification', 'inProgress');
    for (const offer of [signedOffer(), signedOffer({}, { current })])
      expect(approvalPicture(offer, submissionId, null)).toEqual({ kind: 'signedOff', offer, notice: null });
  });

  it.each<[Stage, StageStatus]>([
    ['preview', 'inProgress'],
    ['publisherApproval', 'inProgress'],
    ['publisherApproval', 'cancelled'],
    ['certification', 'inProgress'],
    ['certification', 'waiting'],
  ])('is that it is over, or not yet, at %s, %s', (stage, status) => {
    const offer = offerAt(stage, status);
    expect(approvalPicture(offer, submissionId, notice)).toEqual({
      kind: 'closedApproval',
      offer,
      submissionId,
      notice,
    });
  });

  it('is that it is over for another submission, though the newest waits or is signed', () => {
    for (const offer of [waiting, signedOffer()])
      expect(approvalPicture(offer, '1', null)).toEqual({
        kind: 'closedApproval',
        offer,
        submissionId: '1',
        notice: null,
      });
  });

  it('is that it is over where nothing was seen yet', () => {
    const unseen = newOffer(waiting, false);
    expect(approvalPicture(unseen, submissionId, null).kind).toBe('closedApproval');
  });

  it('asks nobody to press what the gate would refuse: an earlier stage that runs again closes it', () => {
    const stages = submissionAt('publisherApproval', 'waiting').stages.map((state) =>
      state.stage === 'preview' ? { ...state, status: 'inProgress' as const } : state,
    );
    const offer = offerAt('publisherApproval', 'waiting', {
      current: submissionAt('publisherApproval', 'waiting', { stages }),
    });
    expect(approvalPicture(offer, submissionId, null).kind).toBe('closedApproval');
  });
});
