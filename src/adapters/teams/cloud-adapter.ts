import { CloudAdapter, type TurnContext } from 'botbuilder';
import type { Log } from '../../ports.js';
import { OneRequestAuthentication } from './connector-auth.js';

/** The bot's registration; null: none, and requests are not authenticated (loopback only, held by the caller). */
export interface BotRegistration {
  readonly appId: string;
  readonly password: string | null;
  readonly type: 'SingleTenant' | 'UserAssignedMSI' | 'MultiTenant';
  readonly tenantId: string | null;
}

const apology = 'Something went wrong on my side. Nothing was changed; please try again in a moment.';

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
    if (context.activity.type === 'message') await context.sendActivity(apology);
  };
  return adapter;
}
