import { defaultChecklist } from '../../src/domain/checklist.js';
import { startFakeConnector, type FakeConnector, type Recorded } from '../support/fake-connector.js';
import { textOf } from '../support/shown.js';
import { activityFrom, approver, channel } from '../support/teams-people.js';
import { cleanUp, freePort, freshDataDir, startBot, untilGone, membersOf } from './bot-process.js';
import { onLinux } from './process-table.js';
import { until } from '../support/until.js';

// That everything is gone after a kill is read from Linux's process table.
const describeOnLinux = onLinux ? describe : describe.skip;

const contoso = 'contoso.azure-sentinel-solution-contoso';
const fabrikam = 'fabrikam.azure-sentinel-solution-fabrikam';

afterEach(cleanUp);

describeOnLinux('after kill -9 of everything and a start on the same data', () => {
  let connector: FakeConnector;
  beforeAll(async () => {
    connector = await startFakeConnector();
  });
  afterAll(() => connector.close());

  it('what was told is not told again, what was signed is signed, and what was followed is followed', async () => {
    const environment = { PORT: String(await freePort()), DATA_DIR: freshDataDir(), PLAYGROUND: 'off' };
    const send = (rest: Readonly<Record<string, unknown>>): Promise<Response> =>
      fetch(`http://127.0.0.1:${environment.PORT}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activityFrom(approver, channel, connector.url, rest)),
      });
    const posts = (words: string): readonly Recorded[] =>
      connector.taken.filter(
        ({ method, body: { summary } }) =>
          method === 'POST' && typeof summary === 'string' && summary.startsWith(words),
      );
    const start = async () => {
      const bot = startBot(environment);
      await bot.running();
      const [, simulator = ''] = /(http:\/\/127\.0\.0\.1:\d+); Go live/.exec(bot.stdout()) ?? [];
      return { bot, advance: (offerId: string) => advance(simulator, offerId) };
    };

    const first = await start();
    await send({ text: 'subscribe fabrikam' });
    await first.advance(fabrikam);
    await until('the first transition is told', () => posts('Fabrikam Identity Monitor · The preview')[0]);
    await send({ text: 'approve contoso' });
    const approval = posts('Review the preview')[0];
    const [, submissionId = ''] = /Submission: (\d+)/.exec(textOf(approval)) ?? [];
    const ticks = Object.fromEntries(defaultChecklist.map(({ n }) => [`item.${n}`, 'true']));
    const data = { verb: 'goLive', offerKey: contoso, submissionId, ...ticks };
    await send({ type: 'invoke', name: 'adaptiveCard/action', value: { action: { data } } });
    await until('the copy is repainted', () =>
      connector.taken.find(
        ({ method, activityId }) => method === 'PUT' && activityId === approval?.answeredId,
      ),
    );

    const members = membersOf(first.bot);
    await first.bot.signal('group', 'SIGKILL');
    await untilGone(members);

    const second = await start();
    await second.advance(fabrikam);
    await until('the next transition is told', () => posts('Review the preview')[1]);
    expect(posts('Fabrikam Identity Monitor · The preview')).toHaveLength(1);
    await send({ text: 'status of contoso' });
    expect(textOf(posts('Contoso Threat Protection').at(-1))).toContain('Signed off by Release manager');
    await send({ text: 'subscriptions' });
    expect(textOf(connector.taken.at(-1))).toContain(fabrikam);
  }, 60_000);
});

async function advance(simulator: string, offerId: string): Promise<void> {
  const response = await fetch(`${simulator}/_simulator/advance`, {
    method: 'POST',
    body: JSON.stringify({ offerId }),
  });
  if (!response.ok) throw new Error(`the simulator refused: ${await response.text()}`);
}
