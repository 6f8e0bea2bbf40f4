import { oddIds, storesFor, type Open } from './store-under-test.js';
import type { ApprovalCopy } from '../../src/domain/delivery.js';

/** What every store of approval card copies has to do. */
export function copiesContract(open: Open): void {
  const stores = storesFor(open);
  const copyOf = (overrides: Partial<ApprovalCopy> = {}): ApprovalCopy => ({
    offerKey: 'contoso.copied',
    submissionId: '1152921505697719189',
    conversationId: '19:releases@thread.tacv2',
    activityId: 'activity-1',
    ...overrides,
  });

  it('knows a copy once, however often it is added', async () => {
    const { copies } = stores();
    const copy = copyOf({ offerKey: 'contoso.once' });
    await copies.add(copy);
    await copies.add(copy);
    expect(await copies.ofSubmission(copy.offerKey, copy.submissionId)).toStrictEqual([copy]);
  });

  it('keeps several cards of one submission, in one conversation and in others', async () => {
    const { copies } = stores();
    const made = [
      copyOf({ activityId: 'activity-1' }),
      copyOf({ activityId: 'activity-2' }),
      copyOf({ conversationId: 'a:somebody' }),
    ];
    for (const copy of made) await copies.add(copy);
    const found = await copies.ofSubmission('contoso.copied', '1152921505697719189');
    expect(found).toHaveLength(3);
    expect(found).toStrictEqual(expect.arrayContaining(made));
  });

  it('shows those of the asked submission and offer only', async () => {
    const { copies } = stores();
    const copy = copyOf({ offerKey: 'contoso.apart' });
    await copies.add(copy);
    // The neighbouring id differs by less than a number could tell.
    await copies.add({ ...copy, submissionId: '1152921505697719190' });
    await copies.add({ ...copy, offerKey: 'contoso.elsewhere' });
    expect(await copies.ofSubmission('contoso.apart', copy.submissionId)).toStrictEqual([copy]);
    expect(await copies.ofSubmission('contoso.apart', '7')).toStrictEqual([]);
  });

  it.each(oddIds)('bears the id %s', async (odd) => {
    const { copies } = stores();
    const copy = copyOf({ offerKey: 'contoso.odd', submissionId: odd, conversationId: odd, activityId: odd });
    await copies.add(copy);
    expect(await copies.ofSubmission('contoso.odd', odd)).toStrictEqual([copy]);
  });
}
