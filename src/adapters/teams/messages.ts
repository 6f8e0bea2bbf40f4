import type { CloudAdapter, Request, Response } from 'botbuilder';
import type { Bot } from './bot.js';
import { parseInbound } from './inbound.js';
import { isAllowedServiceUrl } from './service-urls.js';

export interface MessagesEndpoint {
  /** Why a body is turned away before the SDK sees it, which would answer 500; null when it is an activity. */
  refuse(body: unknown): { readonly status: number; readonly problem: string } | null;
  /** @param request the HTTP server's own, as the SDK takes them; their types differ in what may be undefined. */
  process(request: object, response: object): Promise<void>;
}

export function makeMessagesEndpoint(adapter: CloudAdapter, bot: Bot, registered: boolean): MessagesEndpoint {
  return {
    refuse: (body) => {
      const inbound = parseInbound(body);
      if (inbound.kind === 'malformed') return { status: 400, problem: inbound.problem };
      return isAllowedServiceUrl(inbound.activity.serviceUrl, registered)
        ? null
        : { status: 403, problem: 'this service URL is not served' };
    },
    process: (request, response) =>
      adapter.process(request as Request, response as Response, (context) => bot.run(context)),
  };
}
