/** Once after all tests. */
export default async function globalTeardown(): Promise<void> {
  await globalThis.sharedStore?.stop();
}
