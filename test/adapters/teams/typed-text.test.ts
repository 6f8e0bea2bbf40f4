import { normalise } from '../../../src/adapters/teams/typed-text.js';

describe('what somebody typed', () => {
  it.each([
    ['status of contoso', 'status of contoso'],
    ['  Status   of  Contoso  ', 'Status of Contoso'],
    ['<at>Offerwatch</at> status of contoso?', 'status of contoso'],
    ['<at id="0">Offer watch</at>\u00a0status\u00a0of contoso ??', 'status of contoso'],
    ['status of <at>Offerwatch</at> contoso', 'status of contoso'],
    ['status of the Contoso offer', 'status of Contoso'],
    ['The offer status of contoso', 'status of contoso'],
    ['status of contoso.my-offer', 'status of contoso.my-offer'],
    ['status of the-offer.the-one', 'status of the-offer.the-one'],
    ['offers', 'offers'],
    ['\u200fstatus of contoso\u200e', 'status of contoso'],
    ['?', ''],
    ['<at>Offerwatch</at>', ''],
  ])('%j means %j', (typed, meant) => {
    expect(normalise(typed)).toBe(meant);
  });

  it('is cut before it is looked at: no command is longer', () => {
    expect(normalise('x'.repeat(30_000))).toHaveLength(500);
  });
});
