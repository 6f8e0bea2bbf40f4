import { isAdmin, type Admins } from '../../src/domain/person.js';
import { person, tenant } from '../support/build.js';

const admin = person('admin');
const inAnotherTenant = person('admin', { tenantId: 'another-tenant' });
const anyTenant: Admins = [{ objectId: admin.objectId, tenantId: null }];
const oneTenant: Admins = [{ objectId: admin.objectId, tenantId: tenant }];

describe('who administers this deployment', () => {
  it.each([
    ['everybody, when nobody was configured', 'everybody' as const, person('stranger'), true],
    ['nobody without an identity, even then', 'everybody' as const, null, false],
    ['the one named', anyTenant, admin, true],
    ['not another person', anyTenant, person('stranger'), false],
    ['not without an identity', anyTenant, null, false],
    ['the same id of any tenant, when none was named', anyTenant, inAnotherTenant, true],
    ['the one named with a tenant', oneTenant, admin, true],
    ['not the same id in another tenant', oneTenant, inAnotherTenant, false],
    ['the second of two', [{ objectId: 'other', tenantId: null }, ...oneTenant], admin, true],
    ['nobody of an empty list', [], admin, false],
  ])('%s', (_who, admins, somebody, allowed) => {
    expect(isAdmin(admins, somebody)).toBe(allowed);
  });
});
