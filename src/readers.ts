import type { Outside, Settings } from './app.js';
import type { StatusSource } from './ports.js';
import { makeFreshRead, makePushedRead, type ReadFresh } from './use-cases/fresh-read.js';
import { makeStatusSource } from './use-cases/read-sources.js';

/** How this deployment learns of offers. */
export interface Readers {
  readonly source: StatusSource;
  /** What tracking begins with; null where Partner Center is off: the first push is the baseline then. */
  readonly firstSight: StatusSource | null;
  /** What a sign-off rests on. */
  readonly freshRead: ReadFresh;
}

/** By reading Partner Center or, where it is off, by what is pushed. */
export function makeReaders(outside: Outside, { reads }: Settings): Readers {
  const { clock, stores } = outside;
  const source = makeStatusSource(outside);
  return reads
    ? { source, firstSight: source, freshRead: makeFreshRead({ source, clock }) }
    : { source, firstSight: null, freshRead: makePushedRead({ ...stores, clock }) };
}
