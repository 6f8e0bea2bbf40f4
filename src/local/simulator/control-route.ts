import { z } from 'zod';
import { apiError, type Answer, type Call } from './call.js';
import { path, type Route } from './route.js';

/** A route for tests and for showing things, under `/_simulator/`, open to everybody on this machine. */
export function controlRoute(method: Route['method'], name: string, answer: Route['answer']): Route {
  return { name, method, path: path(`/_simulator/${name}`), access: 'open', answer };
}

/** Answers with the body read by a schema, or with what is wrong with it. */
export function withBody<Body>(
  schema: z.ZodType<Body>,
  answer: (body: Body) => Answer,
): (call: Call) => Answer {
  return (call) => {
    let json: unknown;
    try {
      json = JSON.parse(call.body);
    } catch {
      return apiError(400, 'The body is not JSON.');
    }
    const parsed = schema.safeParse(json);
    return parsed.success ? answer(parsed.data) : apiError(400, z.prettifyError(parsed.error));
  };
}
