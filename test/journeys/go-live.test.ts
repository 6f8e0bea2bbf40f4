import { defaultChecklist } from '../../src/domain/checklist.js';
import { codeOf } from '../../src/domain/sign-off.js';
import type { Settings } from '../../src/app.js';
import { contoso, startRig, type Rig } from '../support/rig.js';
import { answerText, cardOf, textOf } from '../support/shown.js';
import { person } from '../support/build.js';
import { approver, channel, colleague, personalChat } from '../support/teams-people.js';

const everyTick = Object.fromEntries(defaultChecklist.map(({ n }) => [`item.${n}`, 'true']));

/** Journey (c): Go live, pressed and typed. */
describe('Go live', () => {
  let rig: Rig;

  const begin = async (overrides: Partial<Settings> = {}): Promise<string> => {
    rig = await startRig(overrides);
    const offer = await rig.stores.offers.load(contoso);
    return offer?.value.current?.submissionId ?? '';
  };
  afterEach(() => rig.stop());

  const press = (submissionId: string, ticks: object = everyTick, who = approver, replyToId?: string) =>
    rig.press(who, channel, { verb: 'goLive', offerKey: contoso, submissionId, ...ticks }, replyToId);
  const savedSignOff = async () => (await rig.stores.offers.load(contoso))?.value.signOff ?? null;

  it('after all items are ticked: one sign-off, one promote, every copy repainted, and on to certification', async () => {
    const submissionId = await begin();
    await rig.say(approver, channel, '<at>Offerwatch</at> approve contoso');
    const card = rig.connector.taken.at(-1);
    await rig.say(colleague, personalChat, 'approve contoso');
    const copy = rig.connector.taken.at(-1);

    const pressed = await press(submissionId, everyTick, approver, card?.answeredId);
    expect(pressed.status).toBe(200);
    expect(answerText(pressed)).toContain('Signed off by Release manager');
    expect(answerText(pressed)).toContain(submissionId);

    for (const painted of [card, copy]) {
      const repaint = await rig.connector.waitFor(
        ({ method, activityId, body }) =>
          method === 'PUT' &&
          activityId === painted?.answeredId &&
          /in certification/i.test(String(body['summary'])),
      );
      expect(textOf(repaint)).toContain('Signed off by Release manager');
      expect(textOf(repaint)).toContain(submissionId);
    }
    expect(await rig.promotes()).toEqual({ [submissionId]: 1 });
    await rig.say(approver, personalChat, 'status of contoso');
    const status = await rig.connector.waitFor(
      ({ method, body }) =>
        method === 'POST' && String(body['summary']).startsWith('Contoso Threat Protection'),
    );
    expect(textOf(status)).toContain('In certification');
  });

  it('shows the approval card with one toggle per item and the two buttons of the contract', async () => {
    const submissionId = await begin();
    await rig.say(approver, channel, 'approve contoso');
    const card = JSON.stringify(cardOf(rig.connector.taken.at(-1)));
    for (const { n } of defaultChecklist) expect(card).toContain(`"id":"item.${n}"`);
    for (const verb of ['saveTicks', 'goLive'])
      expect(card).toContain(JSON.stringify({ verb, offerKey: contoso, submissionId }));
  });

  it('with an item unticked signs nothing, keeps the ticks, and says which is open', async () => {
    const submissionId = await begin();
    const pressed = await press(submissionId, { ...everyTick, 'item.3': 'false' });
    expect(pressed.status).toBe(200);
    expect(answerText(pressed)).toContain('Not signed off');
    expect(answerText(pressed)).toContain('The data connector connects');
    expect(await savedSignOff()).toBeNull();
    expect(await rig.promotes()).toEqual({});
    const kept = (await rig.stores.offers.load(contoso))?.value.confirmations.map(({ n }) => n);
    expect(kept).toEqual([1, 2, 4, 5, 6]);
  });

  it('by somebody who is no approver signs nothing', async () => {
    const submissionId = await begin({ admins: [{ objectId: approver.objectId, tenantId: null }] });
    const pressed = await press(submissionId, everyTick, colleague);
    expect(pressed.status).toBe(200);
    expect(answerText(pressed)).toMatch(/not an approver|not one of|approver/i);
    expect(await savedSignOff()).toBeNull();
    expect(await rig.promotes()).toEqual({});
  });

  it('by somebody without an identity signs nothing', async () => {
    const submissionId = await begin();
    const pressed = await press(submissionId, everyTick, person('Nobody', { objectId: '' }));
    expect(pressed.status).toBe(200);
    expect(await savedSignOff()).toBeNull();
    expect((await rig.stores.offers.load(contoso))?.value.confirmations).toEqual([]);
  });

  it('for a superseded submission signs nothing and says that there is a newer one', async () => {
    const submissionId = await begin();
    await rig.resubmit(contoso);
    const pressed = await press(submissionId);
    expect(pressed.status).toBe(200);
    expect(answerText(pressed)).not.toContain('Signed off by');
    expect(await savedSignOff()).toBeNull();
    expect(await rig.promotes()).toEqual({});
  });

  it('twice is one sign-off: the second press is told who signed', async () => {
    const submissionId = await begin();
    await press(submissionId);
    const again = await press(submissionId, everyTick, colleague);
    expect(again.status).toBe(200);
    expect(answerText(again)).toContain('Release manager');
    expect((await savedSignOff())?.by.objectId).toBe(approver.objectId);
    expect(Object.values(await rig.promotes()).every((times) => times === 1)).toBe(true);
  });

  it('pressed a hundred times at once is one sign-off and one promote, and every loser is told who signed', async () => {
    const submissionId = await begin();
    await rig.say(approver, channel, 'subscribe contoso');
    const people = Array.from({ length: 100 }, (_, index) => person(`Approver ${index}`));
    const answers = await Promise.all(people.map((who) => press(submissionId, everyTick, who)));
    expect(answers.map(({ status }) => status)).toEqual(people.map(() => 200));
    const winner = (await savedSignOff())?.by.name;
    for (const answer of answers) expect(answerText(answer)).toContain(`igned off by ${winner}`);
    await rig.connector.waitFor(({ body }) => String(body['summary']).includes('In certification'));
    expect(await rig.promotes()).toEqual({ [submissionId]: 1 });
  });

  it('can be typed: confirm all, then sign off with the code', async () => {
    const submissionId = await begin();
    await rig.say(approver, personalChat, 'confirm contoso all');
    await rig.say(approver, personalChat, 'sign off contoso 000000');
    expect(textOf(rig.connector.taken.at(-1))).toContain('Nothing was signed');
    await rig.say(approver, personalChat, `sign off contoso ${codeOf(submissionId)}`);
    expect(textOf(rig.connector.taken.at(-1))).toContain('Signed off by Release manager');
    expect((await savedSignOff())?.submissionId).toBe(submissionId);
  });

  it('with GO_LIVE=record saves the sign-off, never asks Partner Center, and says where to press', async () => {
    const submissionId = await begin({ goLive: 'record' });
    await rig.say(approver, channel, 'subscribe contoso');
    const pressed = await press(submissionId);
    expect(answerText(pressed)).toContain('Partner Center');
    await rig.connector.waitFor(({ body }) => String(body['summary']).includes('Sign-off recorded'));
    await rig.advance(contoso);
    await rig.connector.waitFor(({ body }) => String(body['summary']).includes('In certification'));
    expect(await rig.promotes()).toEqual({});
  });

  it('leaves an audit record that is written once', async () => {
    const submissionId = await begin();
    await rig.say(approver, channel, 'subscribe contoso');
    await press(submissionId);
    await rig.connector.waitFor(({ body }) => String(body['summary']).includes('In certification'));
    const signOff = await savedSignOff();
    expect(signOff).not.toBeNull();
    if (signOff !== null) expect(await rig.stores.history.recordSignOff(contoso, 1, signOff)).toBe('exists');
  });
});
