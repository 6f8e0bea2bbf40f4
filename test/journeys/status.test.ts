import { contoso, fabrikam, startRig, type Rig } from '../support/rig.js';
import { cardOf, textOf } from '../support/shown.js';
import { approver, channel, groupChat, personalChat } from '../support/teams-people.js';

/** Journey (a): somebody asks, in each kind of conversation. */
describe('asking for a status', () => {
  let rig: Rig;

  beforeAll(async () => {
    rig = await startRig();
  });
  afterAll(() => rig.stop());

  const lastShown = () => rig.connector.taken.at(-1);

  it.each([
    ['a personal chat', personalChat, 'status of contoso'],
    ['a group chat, with a mention', groupChat, '<at>Offerwatch</at> Status of  the Contoso offer?'],
    ['a channel, with a mention', channel, '<at>Offerwatch</at> status contoso'],
  ])('is answered with the status card in %s', async (_where, place, typed) => {
    const answer = await rig.say(approver, place, typed);
    expect(answer.status).toBe(200);
    const shown = lastShown();
    expect(shown?.conversationId).toBe(place.id);
    expect(textOf(shown)).toContain('Contoso Threat Protection');
    expect(textOf(shown)).toContain('Waiting for publisher approval');
    expect(cardOf(shown)['version']).toBe('1.5');
    expect(shown?.body['summary']).toContain('Simulated');
  });

  it('names all six stages with their state in words', async () => {
    await rig.say(approver, personalChat, 'status of contoso');
    const text = textOf(lastShown());
    for (const stage of [
      'Automated validation: took 1 h 24 min',
      'Preview creation: took 47 min',
      'Publisher approval: waiting for you',
      'Certification: usually up to 3 business days',
      'Publishing: usually up to 2 h',
      'Content hub: usually 1–2 days',
    ])
      expect(text).toContain(stage);
  });

  it.each([
    ['by its id', contoso, 'Contoso Threat Protection'],
    ['by part of its name', 'identity mon', 'Fabrikam Identity Monitor'],
    [
      'by a marketplace link',
      `https://azuremarketplace.microsoft.com/en-us/marketplace/apps/${fabrikam}?tab=Overview`,
      'Fabrikam Identity Monitor',
    ],
  ])('finds an offer %s', async (_how, name, expected) => {
    await rig.say(approver, personalChat, `status of ${name}`);
    expect(textOf(lastShown())).toContain(expected);
  });

  it('offers buttons where several offers fit, and a button answers', async () => {
    await rig.say(approver, personalChat, 'status of azure-sentinel-solution');
    const actions = JSON.stringify(cardOf(lastShown()));
    expect(actions).toContain(`status of ${contoso}`);
    expect(actions).toContain(`status of ${fabrikam}`);
    const pressed = await rig.press(approver, personalChat, {
      verb: 'run',
      command: `status of ${fabrikam}`,
    });
    expect(pressed.status).toBe(200);
    expect(JSON.stringify(pressed.body)).toContain('Fabrikam Identity Monitor');
  });

  it('names the nearest where none fits', async () => {
    await rig.say(approver, personalChat, 'status of contozo');
    expect(textOf(lastShown())).toContain('Contoso Threat Protection');
  });

  it('lists every tracked offer, what waits first', async () => {
    await rig.say(approver, personalChat, 'offers');
    const text = textOf(lastShown());
    const order = [
      'Contoso Threat Protection',
      'Fabrikam Identity Monitor',
      'Northwind Traffic Insights',
    ].map((name) => text.indexOf(name));
    expect(order.every((position) => position >= 0)).toBe(true);
    expect(order.toSorted((a, b) => a - b)).toEqual(order);
  });
});
