import type { Container } from '@azure/cosmos';
import type { ApprovalCopy } from '../../domain/delivery.js';
import type { ApprovalCopyStore } from '../../store-ports.js';
import { documentId, queryRows, upsertDocument, type Document } from './documents.js';

export function makeApprovalCopyStore(offers: Container): ApprovalCopyStore {
  return {
    add: (copy) => upsertDocument(offers, documentOf(copy)),
    ofSubmission: async (offerKey, submissionId) => {
      const rows = await queryRows<{ value: ApprovalCopy }>(
        offers,
        {
          query: `SELECT c["value"] FROM c WHERE c.offerKey = @offerKey AND c.type = 'copy' AND c.submissionId = @submissionId`,
          parameters: [
            { name: '@offerKey', value: offerKey },
            { name: '@submissionId', value: submissionId },
          ],
        },
        offerKey,
      );
      return rows.map(({ value }) => value);
    },
  };
}

function documentOf(copy: ApprovalCopy): Document<ApprovalCopy> & Record<string, unknown> {
  const { offerKey, submissionId, conversationId, activityId } = copy;
  const id = documentId(`copy:${submissionId}:${conversationId}:${activityId}`);
  return { id, type: 'copy', offerKey, submissionId, value: copy };
}
