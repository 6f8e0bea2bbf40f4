import type { Picture } from '../domain/picture.js';
import type { SourceName } from '../domain/source-health.js';
import { renderGuide } from './guide.js';
import type { Card, Look } from './look.js';
import { durationText, whenText } from './when.js';

const names: Readonly<Record<SourceName, string>> = {
  partnerCenter: 'Partner Center',
  marketplace: 'The marketplace catalog',
  contentHub: 'The content hub',
};

const meaning: Readonly<Record<SourceName, string>> = {
  partnerCenter: 'Statuses are shown as last known and say so; nothing can be signed off until it answers.',
  marketplace: 'What the marketplace shows is not followed until it answers.',
  contentHub: 'Arrivals in the content hub are not noticed until it answers.',
};

/** Told to admins: a source has been down for a while, or is back. */
export function renderSourceNotice({ notice }: Extract<Picture, { kind: 'sourceNotice' }>, look: Look): Card {
  const { source, kind, failingSince, at } = notice;
  const down = kind === 'down';
  return renderGuide(
    {
      kind: 'guide',
      title: down ? `${names[source]} does not answer` : `${names[source]} answers again`,
      intro: down ? meaning[source] : 'What changed meanwhile is told as it is read.',
      rows: [
        { term: 'Since', text: whenText(failingSince, look.timeZone) },
        ...(down ? [] : [{ term: 'Back', text: whenText(at, look.timeZone) }]),
        { term: 'For', text: durationText(failingSince, at) },
      ],
      options: [{ title: 'All offers', command: 'offers' }],
    },
    look,
  );
}
