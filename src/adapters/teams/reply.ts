import { ActivityTypes, CardFactory, type Activity } from 'botbuilder';
import { renderPicture, type Look } from '../../cards/render-picture.js';
import type { Picture } from '../../domain/picture.js';

/** What a handler answers; only the bot sends it. `text` is our own and is shown as it stands, never as markdown. */
export type Reply =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'picture'; readonly picture: Picture };

/** How cards look now; the instant is read at each use. */
export type Looks = () => Look;

/** What people see of a fault of ours. */
export const apology = 'Something went wrong on my side. Nothing was changed; please try again in a moment.';

export function text(words: string): Reply {
  return { kind: 'text', text: words };
}

export function picture(shown: Picture): Reply {
  return { kind: 'picture', picture: shown };
}

export function activityOf(reply: Reply, look: Look): Partial<Activity> {
  return reply.kind === 'text'
    ? { type: ActivityTypes.Message, text: reply.text, textFormat: 'plain' }
    : pictureActivity(reply.picture, look);
}

export function pictureActivity(shown: Picture, look: Look): Partial<Activity> {
  const { content, summary } = renderPicture(shown, look);
  return { type: ActivityTypes.Message, summary, attachments: [CardFactory.adaptiveCard(content)] };
}

/** The body of an answer to `adaptiveCard/action`: always HTTP 200, a card in place or a message under it. */
export function invokeBodyOf(reply: Reply, look: Look): { statusCode: number; type: string; value: unknown } {
  return reply.kind === 'text'
    ? { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: reply.text }
    : {
        statusCode: 200,
        type: 'application/vnd.microsoft.card.adaptive',
        value: renderPicture(reply.picture, look).content,
      };
}
