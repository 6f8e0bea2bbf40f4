import { fabrikam, startRig, type Rig } from '../support/rig.js';
import { approver, channel } from '../support/teams-people.js';
import { newWebhookSecret, signatureOf } from '../support/webhook.js';

const secret = newWebhookSecret();

/** Where Partner Center is read, what a pipeline pushes is no fact but a reason to look. */
describe('a push while Partner Center is read', () => {
  let rig: Rig;

  beforeEach(async () => {
    // By itself nothing would be looked at for an hour.
    rig = await startRig({ webhookSecrets: [secret], pollSeconds: 3_600 });
    await rig.say(approver, channel, 'subscribe fabrikam');
  });
  afterEach(() => rig.stop());

  it('has it read at once, and tells what Partner Center says', async () => {
    await rig.advance(fabrikam);
    const [publisherId, offerId] = fabrikam.split('.');
    const told = { submissionId: '1', stage: 'contentHub', status: 'succeeded' };
    const observedAt = new Date().toISOString();
    const body = JSON.stringify({ publisherId, offerId, ...told, observedAt });
    const headers = signatureOf(body, secret);
    const { status } = await fetch(`${rig.address}/api/observations`, { method: 'POST', headers, body });
    expect(status).toBe(202);
    const card = await rig.connector.waitFor(
      ({ method, body: { summary } }) => method === 'POST' && String(summary).includes('The preview'),
    );
    expect(card.conversationId).toContain(channel.id);
    const offer = await rig.stores.offers.load(fabrikam);
    expect(offer?.value.current?.submissionId).not.toBe('1');
  });
});
