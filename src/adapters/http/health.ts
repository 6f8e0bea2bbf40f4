import type { Request, Response } from 'restify';

export interface HealthParts {
  /** Rejects when the store does not answer. */
  readonly pingStore: () => Promise<void>;
  /** The other parts and their state in words; no secrets. */
  readonly parts: () => Readonly<Record<string, string>>;
}

export function makeHealth({ pingStore, parts }: HealthParts) {
  return {
    healthz: async (_request: Request, response: Response): Promise<void> => {
      response.send(200, { status: 'ok' });
    },
    readyz: async (_request: Request, response: Response): Promise<void> => {
      const ready = await pingStore().then(
        () => true,
        () => false,
      );
      response.send(ready ? 200 : 503, {
        status: ready ? 'ready' : 'not ready',
        store: ready ? 'ok' : 'not answering',
        ...parts(),
      });
    },
  };
}
