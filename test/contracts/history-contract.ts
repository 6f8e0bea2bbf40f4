import { storesFor, offerCalled, type Open } from './store-under-test.js';
import { lastEvent, movedTo, signOffOf } from '../support/told.js';

/** What every history store has to do: it only ever adds. */
export function historyContract(open: Open): void {
  const stores = storesFor(open);

  it('records an event once', async () => {
    const { history } = stores();
    const event = lastEvent(movedTo(offerCalled('recorded'), 'certification', 'inProgress'));
    expect(await history.recordEvent(event)).toBe('created');
    expect(await history.recordEvent({ ...event, detail: 'another story' })).toBe('exists');
  });

  it('records events by their number and their offer', async () => {
    const { history } = stores();
    const event = lastEvent(movedTo(offerCalled('numbered'), 'certification', 'inProgress'));
    await history.recordEvent(event);
    expect(await history.recordEvent({ ...event, seq: event.seq + 1 })).toBe('created');
    expect(await history.recordEvent({ ...event, offerKey: 'contoso.other' })).toBe('created');
  });

  it('records a sign-off once, and never changes it', async () => {
    const { history } = stores();
    const signOff = signOffOf(offerCalled('signed'));
    expect(await history.recordSignOff('contoso.signed', 1, signOff)).toBe('created');
    const forged = { ...signOff, by: { ...signOff.by, name: 'somebody else' } };
    expect(await history.recordSignOff('contoso.signed', 1, forged)).toBe('exists');
  });

  it('records each sign-off of a submission that was signed again', async () => {
    const { history } = stores();
    const signOff = signOffOf(offerCalled('signed-again'));
    await history.recordSignOff('contoso.signed-again', 1, signOff);
    expect(await history.recordSignOff('contoso.signed-again', 4, signOff)).toBe('created');
  });
}
