import { fabrikam, contoso, startRig, type Rig } from '../support/rig.js';
import { cardOf, textOf } from '../support/shown.js';
import { approver, channel, groupChat, personalChat } from '../support/teams-people.js';
import type { Recorded } from '../support/fake-connector.js';

/** Journey (b): from a stage transition in Partner Center to cards in conversations. */
describe('a stage transition', () => {
  let rig: Rig;

  beforeEach(async () => {
    rig = await startRig();
  });
  afterEach(() => rig.stop());

  const isPostIn =
    (place: { id: string }, words: string) =>
    ({ method, conversationId, body }: Recorded): boolean =>
      method === 'POST' && conversationId.startsWith(place.id) && String(body['summary']).startsWith(words);

  it('posts a living card first, then updates it and replies to it with a short card, in channel and chats alike', async () => {
    for (const place of [channel, groupChat, personalChat])
      await rig.say(approver, place, 'subscribe fabrikam');

    await rig.advance(fabrikam);
    const roots = await Promise.all(
      [channel, groupChat, personalChat].map((place) =>
        rig.connector.waitFor(isPostIn(place, 'Fabrikam Identity Monitor · The preview')),
      ),
    );
    for (const root of roots) expect(cardOf(root)['type']).toBe('AdaptiveCard');
    expect(roots.map(({ conversationId }) => conversationId)).toEqual([
      channel.id,
      groupChat.id,
      personalChat.id,
    ]);
    expect(roots.map(({ body }) => body['replyToId'])).toEqual([undefined, undefined, undefined]);

    await rig.advance(fabrikam);
    const [rootId] = roots.map(({ answeredId }) => answeredId);
    const approval = await rig.connector.waitFor(isPostIn(channel, 'Review the preview'));
    expect(approval.conversationId).toBe(`${channel.id};messageid=${rootId}`);
    const update = rig.connector.taken.find(
      ({ method, activityId }) => method === 'PUT' && activityId === rootId,
    );
    expect(textOf(update)).toContain('Waiting for publisher approval');
    const inChat = await rig.connector.waitFor(isPostIn(groupChat, 'Review the preview'));
    expect(inChat.conversationId).toBe(groupChat.id);
  });

  it('is told once in a conversation that follows the offer by three topics', async () => {
    for (const topic of ['fabrikam', 'fabrikam.*', '*'])
      await rig.say(approver, channel, `subscribe ${topic}`);
    await rig.advance(fabrikam);
    await rig.connector.waitFor(isPostIn(channel, 'Fabrikam Identity Monitor · The preview'));
    await rig.advance(fabrikam);
    await rig.connector.waitFor(isPostIn(channel, 'Review the preview'));
    const posts = rig.connector.taken.filter(
      ({ method, body }) => method === 'POST' && String(body['summary']).includes('Fabrikam'),
    );
    // The answer to the first subscription, the living card, the approval card.
    expect(posts).toHaveLength(3);
  });

  it.each([
    ['action-needed', 1],
    ['milestones', 1],
    ['all', 2],
  ])('is told by level: %s', async (level, expected) => {
    await rig.say(approver, groupChat, 'subscribe fabrikam');
    await rig.say(approver, channel, `subscribe fabrikam ${level}`);
    const before = rig.connector.taken.length;
    await rig.advance(fabrikam);
    await rig.connector.waitFor(isPostIn(groupChat, 'Fabrikam Identity Monitor · The preview'));
    await rig.advance(fabrikam);
    await rig.connector.waitFor(isPostIn(channel, 'Review the preview'));
    const posts = rig.connector.taken.slice(before).filter((each) => isPostIn(channel, '')(each));
    expect(posts).toHaveLength(expected);
  });

  it('is not told any more after unsubscribe', async () => {
    await rig.say(approver, channel, 'subscribe fabrikam');
    await rig.say(approver, groupChat, 'subscribe fabrikam');
    await rig.say(approver, channel, 'unsubscribe fabrikam');
    await rig.advance(fabrikam);
    await rig.connector.waitFor(isPostIn(groupChat, 'Fabrikam'));
    expect(
      rig.connector.taken.filter((each) =>
        isPostIn(channel, 'Fabrikam Identity Monitor · The preview')(each),
      ),
    ).toEqual([]);
  });

  it('is sent once and not repeated by itself when the connection is cut after the post was taken', async () => {
    await rig.say(approver, channel, 'subscribe fabrikam');
    const before = rig.connector.received();
    rig.connector.failNext('cutAfterTaking');
    await rig.advance(fabrikam);
    await rig.connector.waitFor(isPostIn(channel, 'Fabrikam Identity Monitor · The preview'));
    // The next thing the bot says to the channel is the answer below: nothing came in between.
    await rig.say(approver, personalChat, 'whoami');
    expect(rig.connector.received() - before).toBe(2);
  });

  it('baseline is no news: nothing is told of what was there when tracking began', async () => {
    await rig.say(approver, channel, 'subscribe *');
    await rig.say(approver, channel, 'untrack fabrikam');
    await rig.say(approver, channel, `track ${fabrikam}`);
    await rig.advance(contoso);
    await rig.connector.waitFor(isPostIn(channel, 'Contoso'));
    const told = rig.connector.taken.filter(
      ({ method, body }) => method === 'POST' && /^Fabrikam.*Automated/.test(String(body['summary'])),
    );
    // Only the answer to `track`.
    expect(told).toHaveLength(1);
  });
});
