import { randomBytes, randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

export function newWebhookSecret(): string {
  return `whsec_${randomBytes(24).toString('base64')}`;
}

/** The headers of a body signed as Standard Webhooks say. @param secondsAgo when it was signed; the library asks the real clock. */
export function signatureOf(body: string, secret: string, secondsAgo = 0): Record<string, string> {
  const id = `msg_${randomUUID()}`;
  const signedAt = new Date(Date.now() - secondsAgo * 1_000);
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(signedAt.getTime() / 1_000)),
    'webhook-signature': new Webhook(secret).sign(id, signedAt, body),
  };
}
