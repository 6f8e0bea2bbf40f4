import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Cleanup } from './cleanup.js';

const atOnce = 4;

/** Where the bot posts its answers to; they are taken and forgotten. @returns its service URL. */
export async function startConnector(cleanup: Cleanup): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    response.setHeader('content-type', 'application/json');
    response.end('{"id":"answer"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanup.add(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** Types `track <offer>` in a personal chat, for each offer. */
export async function trackAll(botUrl: string, serviceUrl: string, offers: readonly string[]): Promise<void> {
  const left = offers.values();
  const trackSome = async (): Promise<void> => {
    for (const offerKey of left) await say(botUrl, serviceUrl, `track ${offerKey}`);
  };
  await Promise.all(Array.from({ length: atOnce }, trackSome));
}

async function say(botUrl: string, serviceUrl: string, text: string): Promise<void> {
  const person = '00000000-0000-0000-0000-000000000001';
  const tenant = '00000000-0000-0000-0000-000000000002';
  const response = await fetch(`${botUrl}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: 'message',
      channelId: 'msteams',
      serviceUrl,
      text,
      from: { id: `29:${person}`, name: 'Release manager', aadObjectId: person },
      recipient: { id: '28:bot', name: 'Offerwatch' },
      conversation: { id: 'a:chat', conversationType: 'personal', tenantId: tenant },
      channelData: { tenant: { id: tenant } },
      locale: 'en-GB',
    }),
  });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`the bot answered ${response.status} to: ${text}`);
}
