import { CloudAdapter, type TurnContext } from 'botbuilder';
import type { Log } from '../../ports.js';
import { OneRequestAuthentication } from './connector-auth.js';
import { apology } from './reply.js';

/** The bot's registration; null: none, and requests are not authenticated (loopback only, held by the caller). */
export interface BotRegistration {
  readonly appId: string;
  readonly password: string | null;
  readonly type: 'SingleTenant' | 'UserAssignedMSI' | 'MultiTenant';
  readonly tenantId: string | null;
}

export function makeCloudAdapter(registration: BotRegistration | null, log: Log): CloudAdapter {
  const adapter = new CloudAdapter(
    new OneRequestAuthentication({
      MicrosoftAppId: registration?.appId ?? '',
      MicrosoftAppPassword: registration?.password ?? '',
      MicrosoftAppType: registration?.type ?? 'MultiTenant',
      MicrosoftAppTenantId: registration?.tenantId ?? '',
    }),
  );
  adapter.onTurnError = async (context: TurnContext, error: Error) => {
    log.error({ error, activityType: context.activity.type }, 'a turn failed');
    if (context.activity.type !== 'message') return;
    // Where even this cannot be sent the channel is out of reach, and an answer of 500 would make it ask again.
    await context.sendActivity(apology).catch(() => undefined);
  };
  return adapter;
}
