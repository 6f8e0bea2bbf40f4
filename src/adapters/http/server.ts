import { createServer, plugins, type Next, type Request, type Response, type Server } from 'restify';
import { makeHealth, type HealthParts } from './health.js';
import { makeObservations, type ObservationsParts } from './observations.js';

/** Well above a 30,000-character message, well below what could hurt. */
const largestBody = 256 * 1024;

export interface HttpParts {
  readonly messages: {
    refuse(body: unknown): { readonly status: number; readonly problem: string } | null;
    process(request: Request, response: Response): Promise<void>;
  };
  /** Null: there is no webhook, and no route for it. */
  readonly observations: ObservationsParts | null;
  readonly health: HealthParts;
  /** Told of a request that failed for a reason of ours. */
  readonly onError: (error: unknown) => void;
}

/** @types/restify leaves out `maxBodySize` for JSON; it works at run time. */
const jsonBody = plugins.jsonBodyParser as (options: {
  maxBodySize: number;
}) => ReturnType<typeof plugins.jsonBodyParser>;

/** The routes. Nothing is listening yet. */
export function makeServer({ messages, observations, health, onError }: HttpParts): Server {
  const server = createServer({ name: 'offerwatch', handleUncaughtExceptions: false });
  const { healthz, readyz } = makeHealth(health);
  server.get('/healthz', healthz);
  server.get('/readyz', readyz);
  server.post(
    '/api/messages',
    refusePacked,
    jsonBody({ maxBodySize: largestBody }),
    guarded(onError, async (request, response) => {
      const refused = messages.refuse(request.body);
      if (refused === null) await messages.process(request, response);
      else response.send(refused.status, { error: refused.problem });
    }),
  );
  if (observations !== null)
    server.post('/api/observations', guarded(onError, makeObservations(observations)));
  // People and programs outside see what was wrong with the request, never what an error says.
  server.on(
    'restifyError',
    (_request: Request, _response: Response, error: PublicError, done: () => void) => {
      const status = error.statusCode ?? 500;
      error.toJSON = () => ({ error: publicWords(status) });
      done();
    },
  );
  return server;
}

type Handle = (request: Request, response: Response) => Promise<void>;

/** restify would send the words of an error. */
function guarded(onError: HttpParts['onError'], handle: Handle): Handle {
  return async (request, response) => {
    try {
      await handle(request, response);
    } catch (error) {
      // Somebody who hung up in the middle is no error of ours, and hears no answer.
      if (!request.complete) return;
      onError(error);
      if (!response.headersSent) response.send(500, { error: publicWords(500) });
    }
  };
}

/** restify would unpack without bound, and an error while unpacking would end the process. Teams packs nothing. */
function refusePacked(request: Request, response: Response, next: Next): void {
  if (request.headers['content-encoding'] === undefined) return next();
  response.send(415, { error: publicWords(415) });
  next(false);
}

interface PublicError {
  readonly statusCode?: number;
  toJSON: () => unknown;
}

function publicWords(status: number): string {
  if (status === 400) return 'the body is not valid JSON';
  if (status === 401) return 'unauthorized';
  if (status === 404) return 'not found';
  if (status === 405) return 'method not allowed';
  if (status === 413) return 'the body is too large';
  if (status === 415) return 'a packed body is not read';
  return status < 500 ? 'the request was refused' : 'internal error';
}
