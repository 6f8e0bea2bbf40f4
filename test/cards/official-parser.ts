import type * as Library from 'adaptivecards';

// The package's main file cannot be loaded in Node; its bundle can.
const { AdaptiveCard, HostConfig, SerializationContext, Version } =
  require('adaptivecards/dist/adaptivecards.js') as typeof Library;

/** What the official parser does not like about a card at the card's own version. */
export function complaintsAbout(content: Record<string, unknown>): readonly string[] {
  const context = new SerializationContext(
    Version.parse(String(content['version']), new SerializationContext()),
  );
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig({ actions: { maxActions: 6 } });
  card.parse(content, context);
  const results = card.validateProperties();
  const parsed = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return [...parsed, ...results.validationEvents.map(({ message }) => message)];
}
