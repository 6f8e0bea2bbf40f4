import { contoso, startRig, type Rig } from '../support/rig.js';
import { answerText, textOf } from '../support/shown.js';
import { activityFrom, approver, channel, personalChat } from '../support/teams-people.js';

/** Whatever comes in, there is a clear answer or a clean refusal: no 5xx, no stack trace, no silence. */
describe('bad input', () => {
  let rig: Rig;

  beforeAll(async () => {
    rig = await startRig();
  });
  afterAll(() => rig.stop());

  const long = 'status of '.padEnd(30_000, 'x');

  it.each([
    ['an unknown command', 'do the dishes', /did not understand/],
    ['an unknown offer', 'status of something else entirely', /No offer fits/],
    ['an empty message', '', /follow your Microsoft Sentinel offers/],
    ['a mention alone', '<at>Offerwatch</at> ', /follow your Microsoft Sentinel offers/],
    ['30,000 characters', 'a'.repeat(30_000), /did not understand/],
    ['an offer name of 30,000 characters', long, /too long/],
    ['markup', 'status of <script>alert(1)</script> **x** [y](javascript:z)', /No offer fits/],
    ['a template expression', 'status of ${offerKey}', /No offer fits/],
    ['an offer key that is none', 'track no key at all', /did not understand/],
    ['an offer that Partner Center does not show', 'track contoso.unheard-of', /does not show/],
    ['a code that is none', 'sign off contoso 12', /did not understand/],
    ['an item that does not exist', 'confirm contoso 99', /no such item: they are 1 to 6/],
    ['a range the wrong way round', 'confirm contoso 3-1', /no such item/],
    ['a publisher that is not tracked', 'subscribe nosuch.*', /No offer like that is tracked yet/],
    ['a status of nothing', 'status of', /did not understand/],
  ])('%s is answered in words', async (_what, typed, expected) => {
    const before = rig.connector.taken.length;
    const answer = await rig.say(approver, personalChat, typed);
    expect(answer.status).toBe(200);
    expect(rig.connector.taken.slice(before).map(textOf)).toEqual([expect.stringMatching(expected)]);
  });

  it('an activity without text is answered', async () => {
    const before = rig.connector.taken.length;
    const activity = activityFrom(approver, personalChat, rig.connector.url, {});
    expect((await rig.post(activity)).status).toBe(200);
    expect(rig.connector.taken.length).toBe(before + 1);
  });

  const submissionId = '1152921505699418213';
  it.each([
    ['no data at all', {}],
    ['data without a verb', { offerKey: contoso, submissionId }],
    ['an unknown verb', { verb: 'grantAll', offerKey: contoso, submissionId }],
    ['no submission', { verb: 'goLive', offerKey: contoso }],
    ['a wrong-typed offer', { verb: 'goLive', offerKey: 5, submissionId }],
    ['a wrong-typed submission', { verb: 'saveTicks', offerKey: contoso, submissionId: { $ne: null } }],
    ['an offer that is not tracked', { verb: 'goLive', offerKey: 'contoso.unheard-of', submissionId }],
    [
      'ticks of wrong types',
      { verb: 'goLive', offerKey: contoso, submissionId, 'item.1': 1, 'item.x': 'true' },
    ],
    [
      'fields that grant',
      {
        verb: 'goLive',
        offerKey: contoso,
        submissionId,
        approver: true,
        status: 'approved',
        admins: 'everybody',
      },
    ],
  ])('a card action with %s is answered with 200 and words, and changes nothing', async (_what, data) => {
    const before = (await rig.stores.offers.load(contoso))?.etag;
    const answer = await rig.press(approver, channel, data);
    expect(answer.status).toBe(200);
    expect(answer.body?.statusCode).toBe(200);
    expect(answerText(answer).length).toBeGreaterThan(10);
    expect((await rig.stores.offers.load(contoso))?.etag).toBe(before);
    expect(await rig.promotes()).toEqual({});
  });

  it.each([
    ['without a value', {}],
    ['with a value that is text', { value: 'goLive' }],
    ['without an action', { value: { trigger: 'manual' } }],
    ['with an action that is a number', { value: { action: 7 } }],
  ])('an adaptiveCard/action %s is answered with 200 and words', async (_what, rest) => {
    const answer = await rig.post(
      activityFrom(approver, channel, rig.connector.url, {
        type: 'invoke',
        name: 'adaptiveCard/action',
        ...rest,
      }),
    );
    expect(answer.status).toBe(200);
    expect(answerText(answer)).toMatch(/could not read/);
  });

  it('an Action.Submit with malformed data is answered', async () => {
    const before = rig.connector.taken.length;
    await rig.post(activityFrom(approver, personalChat, rig.connector.url, { value: { verb: 'goLive' } }));
    expect(rig.connector.taken.slice(before).map(textOf)).toEqual([expect.stringMatching(/could not read/)]);
  });

  it('an Action.Submit with good data does what Action.Execute does', async () => {
    const offer = await rig.stores.offers.load(contoso);
    const current = offer?.value.current?.submissionId ?? '';
    const before = rig.connector.taken.length;
    await rig.post(
      activityFrom(approver, personalChat, rig.connector.url, {
        value: { verb: 'saveTicks', offerKey: contoso, submissionId: current, 'item.2': 'true' },
      }),
    );
    expect(rig.connector.taken.slice(before).map(textOf)).toEqual([
      expect.stringMatching(/1 of 6 confirmed/),
    ]);
  });

  const whole = () => activityFrom(approver, personalChat, rig.connector.url, { text: 'hi' });
  it.each([
    ['an empty object', () => ({})],
    ['a list', () => []],
    ['a number', () => 5],
    ['null', () => 'null'],
    ['broken JSON', () => '{"type":"message"'],
    ['no type', () => ({ ...whole(), type: undefined })],
    ['a numeric type', () => ({ ...whole(), type: 5 })],
    ['no from', () => ({ ...whole(), from: undefined })],
    ['no conversation', () => ({ ...whole(), conversation: undefined })],
    ['a conversation without id', () => ({ ...whole(), conversation: {} })],
    ['no channel', () => ({ ...whole(), channelId: undefined })],
    ['no service URL', () => ({ ...whole(), serviceUrl: undefined })],
    ['a service URL elsewhere', () => ({ ...whole(), serviceUrl: 'https://attacker.example/' })],
    ['a service URL that is none', () => ({ ...whole(), serviceUrl: 'nowhere' })],
    ['text that is a list', () => ({ ...whole(), text: ['hi'] })],
  ])('%s is a clean 4xx and reaches nobody', async (_what, body) => {
    const before = rig.connector.received();
    const answer = await rig.post(body());
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).not.toMatch(/ at .*\.[jt]s|Error:|zod|stack/i);
    expect(rig.connector.received()).toBe(before);
  });

  it('a body over the limit is 413', async () => {
    const answer = await rig.post({ ...whole(), text: 'x'.repeat(400_000) });
    expect(answer.status).toBe(413);
  });

  it('an unknown invoke is a clean 4xx', async () => {
    const answer = await rig.post(
      activityFrom(approver, channel, rig.connector.url, {
        type: 'invoke',
        name: 'task/unheardOf',
        value: {},
      }),
    );
    expect(answer.status).toBe(400);
  });

  it.each([
    'typing',
    'messageReaction',
    'endOfConversation',
    'conversationUpdate',
    'installationUpdate',
    'event',
  ])('an activity of type %s is taken', async (type) => {
    const answer = await rig.post(
      activityFrom(approver, channel, rig.connector.url, { type, action: 'add' }),
    );
    expect(answer.status).toBe(200);
  });
});
