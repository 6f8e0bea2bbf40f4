import { newOffer, parseOfferKey, submissionOf, type OfferKeyParts } from '../../src/domain/offer.js';
import { offerAt, submissionAt } from '../support/build.js';

const key: OfferKeyParts = {
  offerKey: 'contoso.sentinel-solution',
  publisherId: 'contoso',
  offerId: 'sentinel-solution',
};

describe('reading an offer key', () => {
  it.each<[string]>([
    ['contoso.sentinel-solution'],
    ['Contoso.Sentinel-Solution'],
    ['  contoso.sentinel-solution\n'],
  ])('%j names publisher and offer', (text) => {
    expect(parseOfferKey(text)).toEqual(key);
  });

  it.each<[string, string, string]>([
    ['a1.b2', 'a1', 'b2'],
    ['9rg_x.0-offer_1', '9rg_x', '0-offer_1'],
    ['0rg_x.9-offer_1', '0rg_x', '9-offer_1'],
    [`${'p'.repeat(50)}.${'o'.repeat(50)}`, 'p'.repeat(50), 'o'.repeat(50)],
  ])('%j is of its form', (offerKey, publisherId, offerId) => {
    expect(parseOfferKey(offerKey)).toEqual({ offerKey, publisherId, offerId });
  });

  it.each<[string]>([
    [''],
    ['contoso'],
    ['contoso.'],
    ['.solution'],
    ['a.solution'],
    ['contoso.b'],
    ['-contoso.solution'],
    ['contoso._solution'],
    ['contoso.solution.plan'],
    ['contoso solution'],
    ['con toso.solution'],
    ["contoso.solution'or'1"],
    ['contoso.*'],
    [`${'p'.repeat(51)}.solution`],
    [`contoso.${'o'.repeat(51)}`],
  ])('%j is not', (text) => {
    expect(parseOfferKey(text)).toBeNull();
  });
});

describe('a tracked offer before its first sighting', () => {
  it('knows its key and nothing else', () => {
    expect(newOffer(key, true)).toEqual({
      ...key,
      name: 'sentinel-solution',
      productId: null,
      simulated: true,
      tracked: true,
      current: null,
      live: null,
      marketplaceVersion: null,
      obstacles: [],
      gone: false,
      toldLate: [],
      approvers: [],
      confirmations: [],
      signOff: null,
      goLive: null,
      seq: 0,
      pending: [],
      observedAt: null,
    });
  });

  it('says whether it is simulated', () => {
    expect(newOffer(key, false).simulated).toBe(false);
  });
});

describe('the watched submission of an id', () => {
  const live = submissionAt('contentHub', 'inProgress', { submissionId: '1' });
  const current = submissionAt('preview', 'inProgress', { submissionId: '2' });
  const offer = offerAt('preview', 'inProgress', { current, live });

  it.each([
    ['2', current],
    ['1', live],
    ['3', null],
  ])('%s', (submissionId, expected) => {
    expect(submissionOf(offer, submissionId)).toBe(expected);
  });

  it('is none where nothing was seen', () => {
    expect(submissionOf(newOffer(key, false), '1')).toBeNull();
  });
});
