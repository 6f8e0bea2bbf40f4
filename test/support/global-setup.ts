// jest does not map the `.js` ending for this file and what it imports, hence none here.
import { prepareBrowser } from './prepare-browser';

/** Once before all tests, in jest's own process: what the workers share. */
export default async function globalSetup(): Promise<void> {
  await prepareBrowser();

  // Processes that all tests share are started below this line, and ended in global-teardown.ts.
}
