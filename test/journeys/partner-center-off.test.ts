import { defaultChecklist } from '../../src/domain/checklist.js';
import { at } from '../support/build.js';
import { ManualClock } from '../support/manual-clock.js';
import { startRig, type Rig } from '../support/rig.js';
import { answerText, textOf } from '../support/shown.js';
import { approver, channel, personalChat } from '../support/teams-people.js';
import { newWebhookSecret, signatureOf } from '../support/webhook.js';

const offerKey = 'contoso.sentinel-solution';
const submissionId = '1152921505697719189';
const secret = newWebhookSecret();
const everyTick = Object.fromEntries(defaultChecklist.map(({ n }) => [`item.${n}`, 'true']));
const dayInSeconds = 86_400;

/** For publishers who give the bot no access to Partner Center: their own pipeline pushes what it sees. */
describe('with Partner Center off', () => {
  let rig: Rig;
  let clock: ManualClock;

  beforeEach(async () => {
    clock = new ManualClock();
    const settings = { reads: false, webhookSecrets: [secret], goLive: 'record', simulated: false } as const;
    rig = await startRig({ ...settings, trackAtStart: [] }, clock);
    await rig.say(approver, personalChat, `track ${offerKey}`);
    await rig.say(approver, channel, 'subscribe *');
  });
  afterEach(() => rig.stop());

  const push = async (stage: string, status: string, observedAt = clock.now()): Promise<number> => {
    const [publisherId, offerId] = offerKey.split('.');
    const body = JSON.stringify({ publisherId, offerId, submissionId, stage, status, observedAt });
    const headers = { 'content-type': 'application/json', ...signatureOf(body, secret) };
    return (await fetch(`${rig.address}/api/observations`, { method: 'POST', headers, body })).status;
  };
  const isTold = (words: string) =>
    rig.connector.waitFor(
      ({ method, conversationId, body }) =>
        method === 'POST' && conversationId.startsWith(channel.id) && String(body['summary']).includes(words),
    );
  const pressGoLive = () =>
    rig.press(approver, channel, { verb: 'goLive', offerKey, submissionId, ...everyTick });
  const saved = async () => (await rig.stores.offers.load(offerKey))?.value;

  /** The pipeline has pushed as far as the approval, and the card that asks for it is there. */
  const approvalWaits = async () => {
    clock.forward(60);
    expect(await push('preview', 'succeeded')).toBe(202);
    clock.forward(60);
    expect(await push('publisherApproval', 'waiting')).toBe(202);
    return isTold('Review the preview');
  };

  it('an offer is tracked without asking anybody, and says that nothing was pushed yet', async () => {
    expect(textOf(rig.connector.taken[0])).toContain('Nothing was pushed yet');
    expect((await saved())?.tracked).toBe(true);
  });

  it('the approval that waits is told, and its card says that nobody verified it', async () => {
    const card = await approvalWaits();
    expect(textOf(card)).toContain('Not verified with Partner Center');
    // What was pushed first is the baseline.
    expect((await saved())?.seq).toBe(1);
  });

  it('what is signed is recorded, and the record says that nobody verified it', async () => {
    await approvalWaits();
    const answer = textAndStatusOf(await pressGoLive());
    expect(answer).toStrictEqual([
      200,
      expect.stringMatching(/Signed off by Release manager.*not verified/is),
    ]);
    expect(textOf(await isTold('Signed off by Release manager'))).toContain(
      'not verified with Partner Center',
    );
    const { signOff } = (await saved()) ?? {};
    expect(signOff).toMatchObject({ submissionId, verified: false, by: { name: 'Release manager' } });
    expect(signOff && (await rig.stores.history.recordSignOff(offerKey, 2, signOff))).toBe('exists');
  });

  it('it goes on with what is pushed next', async () => {
    await approvalWaits();
    await pressGoLive();
    clock.forward(60);
    expect(await push('certification', 'inProgress')).toBe(202);
    await isTold('In certification');
    await rig.say(approver, personalChat, 'status of sentinel-solution');
    expect(textOf(rig.connector.taken.at(-1))).toMatch(
      /In certification.*Not verified with Partner Center: pushed/s,
    );
  });

  it('what is older than the last push changes nothing', async () => {
    await approvalWaits();
    const before = await rig.stores.offers.load(offerKey);
    expect(await push('validation', 'failed', at(119))).toBe(202);
    expect(await push('publisherApproval', 'waiting')).toBe(202);
    expect(await rig.stores.offers.load(offerKey)).toStrictEqual(before);
  });

  it('what was pushed more than a day ago is no ground to sign on; a new push of the same is', async () => {
    await approvalWaits();
    clock.forward(dayInSeconds + 1);
    expect(textAndStatusOf(await pressGoLive())).toStrictEqual([
      200,
      expect.stringContaining('Not signed off: what is known is more than a day old'),
    ]);
    expect((await saved())?.signOff).toBeNull();
    expect(await push('publisherApproval', 'waiting')).toBe(202);
    expect(answerText(await pressGoLive())).toContain('Signed off by Release manager');
  });

  it('nothing is pushed into what nobody tracks', async () => {
    await rig.say(approver, personalChat, `untrack ${offerKey}`);
    const before = await rig.stores.offers.load(offerKey);
    expect(await push('publisherApproval', 'waiting')).toBe(404);
    expect(await rig.stores.offers.load(offerKey)).toStrictEqual(before);
  });
});

function textAndStatusOf(answer: Parameters<typeof answerText>[0]): readonly [number, string] {
  return [answer.status, answerText(answer)];
}
