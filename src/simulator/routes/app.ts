/** What the routes share: the router, answers as responses, and the refusals of unknown paths and methods. */
import { Hono, type Context, type Handler } from 'hono';
import type { Answer } from '../answers.js';
import { toResponse } from '../faults.js';
import { createParameters, Refused, type Parameters } from '../parameters.js';
import type { World } from '../world.js';

/** A router that knows its paths, so that a wrong method is told from a wrong path. */
export interface Routes {
  app: Hono;
  add(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, handle: Handle): void;
  /** True when the path exists, whatever the method. */
  hasPath(path: string): boolean;
}

/** Answers a request; `Refused` may be thrown. */
export type Handle = (context: Context) => Answer | Response | Promise<Answer | Response>;

export function createRoutes(): Routes {
  const app = new Hono({ strict: false });
  const patterns: RegExp[] = [];
  return {
    app,
    hasPath: (path) => patterns.some((pattern) => pattern.test(path)),
    add(method, path, handle) {
      patterns.push(new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}/?$`));
      const handler: Handler = async (context) => {
        try {
          const answer = await handle(context);
          return answer instanceof Response ? answer : toResponse(answer);
        } catch (error) {
          if (error instanceof Refused) return toResponse(error.answer);
          throw error;
        }
      };
      app.on(method, path, handler);
    },
  };
}

/** Parameters of the query. */
export function queryOf(context: Context, world: World): Parameters {
  return createParameters(
    world.answers,
    (field) => context.req.query(field),
    (field) => context.req.queries(field) ?? [],
  );
}

/** Fields of a JSON body; anything but an object is refused, and no body at all counts as an empty one. */
export async function bodyOf(
  context: Context,
  world: World,
): Promise<Parameters & { raw: Record<string, unknown> }> {
  const text = await context.req.text();
  const raw = text === '' ? {} : parseObject(text);
  if (!raw) throw new Refused(world.answers.error('INVALID_PARAMETERS', { withResultsId: true }));
  return { ...createParameters(world.answers, (field) => raw[field]), raw };
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** A path parameter. */
export function pathOf(context: Context, name: string): string {
  return context.req.param(name) ?? '';
}

/** Where the browser reaches the simulator. */
export function originOf(context: Context, world: World): string {
  return world.baseUrl ?? new URL(context.req.url).origin;
}
