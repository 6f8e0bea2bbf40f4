const head = {
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
};

export const checklistCard = {
  ...head,
  body: [
    { type: 'TextBlock', text: 'Contoso is ready', weight: 'Bolder', size: 'Large', wrap: true },
    { type: 'Input.Toggle', id: 'queries', title: 'Queries tested', value: 'false' },
    { type: 'Input.Toggle', id: 'notes', title: 'Notes written', value: 'false' },
  ],
  actions: [
    { type: 'Action.Execute', title: 'Go live', verb: 'goLive', data: { offer: 'contoso.sentinel' } },
  ],
};

export function signedCard(by: string, confirmed: number): object {
  const text = `Signed by ${by} with ${confirmed} confirmed`;
  return { ...head, body: [{ type: 'TextBlock', text, wrap: true }] };
}
