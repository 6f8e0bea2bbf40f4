import type { Offer } from '../../src/domain/offer.js';
import type { Admins, Person } from '../../src/domain/person.js';
import { isApprover, withTicks, type Press } from '../../src/domain/sign-off.js';
import { allConfirmed, at, offerAt, person, signedOffer, submissionAt, t0 } from '../support/build.js';

const approver = person('approver');
const admin = person('admin');
const member = person('member');
const offer = offerAt('publisherApproval', 'waiting');
const { submissionId } = submissionAt('publisherApproval', 'waiting');
const press: Press = { by: member, submissionId, ticks: [2, 4], at: at(9) };

describe('who may sign', () => {
  const admins: Admins = [{ objectId: admin.objectId, tenantId: null }];
  const elsewhere = { tenantId: 'another-tenant' };
  it.each<[string, readonly Person[], Admins, Person, boolean]>([
    ['nobody named: everybody, where there are no admins', [], 'everybody', member, true],
    ['nobody named: an admin', [], admins, admin, true],
    ['nobody named: no other', [], admins, member, false],
    ['some named: one of them', [member, approver], admins, approver, true],
    ['some named: no other', [approver], admins, member, false],
    ['some named: an admin neither', [approver], admins, admin, false],
    ['some named: not everybody any more', [approver], 'everybody', member, false],
    [
      'some named: not the same id in another tenant',
      [approver],
      admins,
      { ...approver, ...elsewhere },
      false,
    ],
    [
      'some named: not somebody of the same name',
      [approver],
      admins,
      { ...member, name: approver.name },
      false,
    ],
    ['some named: also under a new name', [approver], admins, { ...approver, name: 'renamed' }, true],
  ])('%s', (_who, approvers, admins, somebody, allowed) => {
    expect(isApprover({ ...offer, approvers }, admins, somebody)).toBe(allowed);
  });
});

describe('the ticks of a press', () => {
  it('are kept as the word of whoever ticked, who need not be allowed to sign', () => {
    const restricted = { ...offer, approvers: [approver] };
    expect(withTicks(restricted, press)).toEqual({
      ...restricted,
      confirmations: [
        { n: 2, by: member, at: at(9) },
        { n: 4, by: member, at: at(9) },
      ],
    });
  });

  it('are only added', () => {
    const confirmed = { ...offer, confirmations: [{ n: 2, by: approver, at: t0 }] };
    expect(withTicks(confirmed, { ...press, ticks: [4] }).confirmations).toEqual([
      { n: 2, by: approver, at: t0 },
      { n: 4, by: member, at: at(9) },
    ]);
  });

  it.each<[string, Offer, Partial<Press>]>([
    ['without an identity', offer, { by: null }],
    ['for a superseded submission', offer, { submissionId: '1' }],
    ['where nothing was submitted', { ...offer, current: null }, {}],
    ['before it waits', offerAt('preview', 'inProgress'), {}],
    ['once it moved on', offerAt('certification', 'inProgress'), {}],
    ['once it was signed', { ...signedOffer(), confirmations: [] }, {}],
    ['when there are none', offer, { ticks: [] }],
    ['when all are confirmed', { ...offer, confirmations: allConfirmed() }, {}],
    ['when no item has that number', offer, { ticks: [0, 99] }],
  ])('are not kept %s: the very same offer', (_when, before, overrides) => {
    expect(withTicks(before, { ...press, ...overrides })).toBe(before);
  });
});
