import type { Person } from '../../src/domain/person.js';
import { person } from './build.js';

/** A place in Teams as activities name it. */
export interface Place {
  readonly id: string;
  readonly conversationType: 'personal' | 'groupChat' | 'channel';
  /** Of a channel: the message whose thread is written in. */
  readonly thread?: string;
}

export const channel: Place = { id: '19:releases@thread.tacv2', conversationType: 'channel' };
export const groupChat: Place = { id: '19:crew@thread.v2', conversationType: 'groupChat' };
export const personalChat: Place = { id: 'a:personal-chat', conversationType: 'personal' };

const teamOf = {
  team: { id: '19:team@thread.tacv2', name: 'Sentinel publishing' },
  channel: { id: channel.id, name: 'Releases' },
};

/** An activity as Teams sends it, from somebody in a place. */
export function activityFrom(
  sender: Person,
  place: Place,
  serviceUrl: string,
  rest: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const id = place.thread === undefined ? place.id : `${place.id};messageid=${place.thread}`;
  return {
    type: 'message',
    id: 'activity-from-teams',
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${sender.objectId}`, name: sender.name, aadObjectId: sender.objectId },
    recipient: { id: '28:bot', name: 'Offerwatch' },
    conversation: { id, conversationType: place.conversationType, tenantId: sender.tenantId },
    channelData: { tenant: { id: sender.tenantId }, ...(place.conversationType === 'channel' && teamOf) },
    locale: 'en-GB',
    ...rest,
  };
}

export const approver = person('Release manager');
export const colleague = person('Solution developer');
