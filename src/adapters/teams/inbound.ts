import { z } from 'zod';

const account = z.object({
  id: z.string().min(1),
  name: z.string().nullish(),
  aadObjectId: z.string().nullish(),
});

const identified = z
  .object({ id: z.string().min(1), name: z.string().nullish() })
  .nullish()
  .catch(null);

/** What every activity must have before the SDK sees it; only the fields read, the rest is left alone. */
const activity = z.object({
  type: z.string().min(1),
  channelId: z.string().min(1),
  serviceUrl: z.url(),
  from: account,
  recipient: account.partial().nullish().catch(null),
  conversation: z.object({
    id: z.string().min(1),
    name: z.string().nullish().catch(null),
    conversationType: z.string().nullish().catch(null),
    tenantId: z.string().nullish().catch(null),
  }),
  channelData: z.object({ tenant: identified, team: identified, channel: identified }).nullish().catch(null),
  id: z.string().nullish(),
  replyToId: z.string().nullish(),
  text: z.string().nullish(),
  locale: z.string().nullish(),
  name: z.string().nullish(),
  value: z.unknown().optional(),
});

export type InboundActivity = z.infer<typeof activity>;

/** The activity, or the first thing that is wrong with it in words for the sender. */
export type Inbound =
  | { readonly kind: 'activity'; readonly activity: InboundActivity }
  | { readonly kind: 'malformed'; readonly problem: string };

export function parseInbound(body: unknown): Inbound {
  const parsed = activity.safeParse(body);
  if (parsed.success) return { kind: 'activity', activity: parsed.data };
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') ?? '';
  return {
    kind: 'malformed',
    problem: `not an activity: ${where === '' ? 'the body' : where} is missing or wrong`,
  };
}
