import { z } from 'zod';
import { json, type Route } from './route.ts';

/** The promise to strangers, written from the routes themselves: OpenAPI 3.1 of everything under /api/v1. */
export function openapi(routes: readonly Route[], publicUrl: string): object {
  const paths: Record<string, object> = {};
  for (const route of routes) {
    if (!route.answers) continue;
    paths[route.path.replaceAll(/:(\w+)/g, '{$1}')] = { get: operation(route, route.answers) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Joinery public API',
      version: '1',
      license: { name: 'Open data, see /open-data', url: `${publicUrl}/open-data` },
    },
    servers: [{ url: publicUrl }],
    paths,
    components: { schemas: { Problem: z.toJSONSchema(Problem, { io: 'output' }) } },
  };
}

const Problem = z.strictObject({
  code: z.string(),
  message: z.string(),
  fields: z.record(z.string(), z.string()).optional(),
});

function operation(route: Route, answers: z.ZodType): object {
  const problem = { content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } } };
  return {
    operationId: route.path.replaceAll(/[^\w]+/g, '_').replace(/^_|_$/g, ''),
    parameters: [...parameters(route.params, 'path'), ...parameters(route.query, 'query')],
    responses: {
      '200': {
        description: 'What was asked for',
        content: {
          'application/json': { schema: z.toJSONSchema(answers, { io: 'output', unrepresentable: 'any' }) },
        },
      },
      '400': { description: 'A parameter is unknown or malformed', ...problem },
      '404': { description: 'There is no such thing, or it is not public', ...problem },
    },
  };
}

function parameters(shape: z.ZodType, where: 'path' | 'query'): object[] {
  if (!(shape instanceof z.ZodObject)) return [];
  return Object.entries(shape.shape).map(([name, field]) => ({
    name,
    in: where,
    required: where === 'path',
    schema: field instanceof z.ZodType ? z.toJSONSchema(field, { io: 'input', unrepresentable: 'any' }) : {},
  }));
}

/** The address at which the document stands. */
export function openapiRoute(routes: readonly Route[]): Route {
  return {
    method: 'GET',
    path: '/api/v1/openapi.json',
    who: 'anyone',
    params: z.object({}),
    query: z.strictObject({}),
    fields: [],
    strict: true,
    handle: (ctx) =>
      json(openapi(routes, ctx.publicUrl), 200, {
        headers: { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'public, max-age=300' },
      }),
  };
}
