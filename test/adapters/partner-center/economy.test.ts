import type { OfferToRead } from '../../../src/ports.js';
import { contoso } from '../../local/simulator/rig.js';
import { knownFrom, lines, startPartnerCenter, unread, type PartnerCenterRig } from './rig.js';

let rig: PartnerCenterRig;
afterEach(() => rig.simulator.end());

/** One poll with what the one before found out: what it saw, and what it asked, tokens and second pages aside. */
function poller(offerKey: string) {
  let known: Partial<OfferToRead> = {};
  return async (): Promise<string> => {
    await rig.forgetRequests();
    const reading = await rig.source.read({ ...unread(offerKey), ...known });
    known = knownFrom(reading);
    const { routes } = (await rig.simulator.control('requests')).json() as { routes: Record<string, number> };
    const asked = Object.keys(routes).flatMap((route) => (route === 'POST token' ? [] : route.slice(4)));
    const [newest = ''] = lines(reading) as readonly string[];
    return `${newest.split(' ').slice(2).join(' ')}: ${asked.join(' ')}`;
  };
}

it('asks for what the stage needs, and not again for what is known', async () => {
  rig = await startPartnerCenter();
  const poll = poller(contoso);
  expect(await poll()).toBe(
    'publisherApproval waiting: products submissions workflowdetails packageConfigurations variants',
  );
  expect(await poll()).toBe('publisherApproval waiting: submissions');
  await rig.simulator.control('resubmit', { offerId: contoso, version: '3.1.0' });
  const polls: string[] = [];
  for (const to of ['validation', 'preview', 'approval', 'certification', 'publishing', 'catalog']) {
    await rig.simulator.control('advance', { offerId: contoso, to });
    polls.push(await poll(), await poll());
  }
  expect(polls).toStrictEqual([
    'validation inProgress: submissions workflowdetails packageConfigurations variants',
    'validation inProgress: submissions workflowdetails',
    'preview inProgress: submissions workflowdetails',
    'preview inProgress: submissions workflowdetails',
    'publisherApproval waiting: submissions workflowdetails',
    'publisherApproval waiting: submissions',
    'certification inProgress: submissions workflowdetails',
    'certification inProgress: submissions workflowdetails',
    'publishing inProgress: submissions workflowdetails',
    'publishing inProgress: submissions workflowdetails',
    'contentHub succeeded: submissions workflowdetails',
    'contentHub succeeded: submissions',
  ]);
});

it('asks for the workflow of one that waits until all its instants are known', async () => {
  rig = await startPartnerCenter();
  const poll = poller(contoso);
  await rig.fault('workflowdetails', { status: 404, times: 2 });
  await poll();
  expect(await poll()).toBe('publisherApproval waiting: submissions workflowdetails');
  expect(await poll()).toBe('publisherApproval waiting: submissions');
});

it('asks for a version until it is known', async () => {
  rig = await startPartnerCenter();
  const poll = poller(contoso);
  await rig.fault('packageConfigurations', { status: 500, times: 4 });
  await poll();
  expect(await poll()).toBe('publisherApproval waiting: submissions packageConfigurations');
  expect(await poll()).toBe('publisherApproval waiting: submissions');
});
