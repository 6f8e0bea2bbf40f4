import { startFakeConnector } from '../support/fake-connector.js';
import { textOf } from '../support/shown.js';
import { activityFrom, approver, personalChat } from '../support/teams-people.js';

/** One person's chat with bots that come and go. */
export interface Conversation {
  /** What the bot on this port answers. */
  ask(port: number, text: string): Promise<string>;
  close(): Promise<void>;
}

/** Posts a message whose answer is to go to that service URL. @returns the HTTP status. */
export async function postMessage(port: number, serviceUrl: string, text: string): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activityFrom(approver, personalChat, serviceUrl, { text })),
  });
  return response.status;
}

export async function openConversation(): Promise<Conversation> {
  const connector = await startFakeConnector();
  return {
    ask: async (port, text) => {
      const before = connector.taken.length;
      const status = await postMessage(port, connector.url, text);
      if (status !== 200) throw new Error(`the bot answered ${status}`);
      return connector.taken.slice(before).map(textOf).join('\n');
    },
    close: () => connector.close(),
  };
}
