import { createServer, plugins, type Request, type Response, type Server } from 'restify';
import { makeHealth, type HealthParts } from './health.js';

/** Well above a 30,000-character message, well below what could hurt. */
const largestBody = 256 * 1024;

export interface HttpParts {
  readonly messages: {
    refuse(body: unknown): { readonly status: number; readonly problem: string } | null;
    process(request: Request, response: Response): Promise<void>;
  };
  readonly health: HealthParts;
}

/** @types/restify leaves out `maxBodySize` for JSON; it works at run time. */
const jsonBody = plugins.jsonBodyParser as (options: {
  maxBodySize: number;
}) => ReturnType<typeof plugins.jsonBodyParser>;

/** The routes. Nothing is listening yet. */
export function makeServer({ messages, health }: HttpParts): Server {
  const server = createServer({ name: 'offerwatch', handleUncaughtExceptions: false });
  const { healthz, readyz } = makeHealth(health);
  server.get('/healthz', healthz);
  server.get('/readyz', readyz);
  server.post(
    '/api/messages',
    jsonBody({ maxBodySize: largestBody }),
    async (request: Request, response: Response) => {
      const refused = messages.refuse(request.body);
      if (refused === null) await messages.process(request, response);
      else response.send(refused.status, { error: refused.problem });
    },
  );
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
  return status < 500 ? 'the request was refused' : 'internal error';
}
