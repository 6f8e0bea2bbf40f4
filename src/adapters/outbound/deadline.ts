/** What is not there by the deadline is null. */
export async function before<T>(deadline: AbortSignal | undefined, promise: Promise<T>): Promise<T | null> {
  if (deadline === undefined) return promise;
  if (deadline.aborted) return null;
  return new Promise((resolve, reject) => {
    const end = (): void => resolve(null);
    deadline.addEventListener('abort', end, { once: true });
    // Taken off again: one deadline outlives many a promise.
    void promise.then(resolve, reject).finally(() => deadline.removeEventListener('abort', end));
  });
}
