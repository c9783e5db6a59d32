import type { Request } from 'express';
import type { z } from 'zod';
import type { FieldProblem, RawFields, Route } from './route.ts';

type ParsedBody =
  | { readonly kind: 'ok'; readonly body: unknown }
  | { readonly kind: 'invalid'; readonly problems: readonly FieldProblem[] };

/** Parameters and query of an address; a malformed one is an address that does not exist. */
export function parseAddress(route: Route, req: Request): { params: unknown; query: unknown } | null {
  const params = route.schemas.params?.safeParse(req.params) ?? { success: true as const, data: {} };
  const query = route.schemas.query?.safeParse(req.query) ?? { success: true as const, data: {} };
  return params.success && query.success ? { params: params.data, query: query.data } : null;
}

/** The body by the route's schema, without the anti-forgery token. A route without a schema takes no fields. */
export function parseBody(route: Route, req: Request): ParsedBody {
  if (route.schemas.body === undefined) return { kind: 'ok', body: {} };
  const fields: Record<string, unknown> = { ...(req.body as Record<string, unknown> | undefined) };
  delete fields['_csrf'];
  const parsed = route.schemas.body.safeParse(fields);
  return parsed.success
    ? { kind: 'ok', body: parsed.data }
    : { kind: 'invalid', problems: parsed.error.issues.map(toProblem) };
}

function toProblem(issue: z.core.$ZodIssue): FieldProblem {
  const [field] = issue.path;
  return { field: field === undefined ? null : String(field), message: wordsFor(issue) };
}

/** The schema library's own English is for developers; what no schema put into words gets a sentence here. */
function wordsFor({ code, message }: z.core.$ZodIssue): string {
  if (code === 'unrecognized_keys')
    return 'This form sent something that does not belong to it. Go back and try again.';
  return message.startsWith('Invalid input') ? 'Something is missing here, or cannot be read.' : message;
}

/** The posted texts as they came. Anything that is not a text or a list of texts was not typed into a form. */
export function rawFields(req: Request): RawFields {
  const fields = new Map<string, string | string[]>();
  for (const [name, value] of Object.entries((req.body ?? {}) as Record<string, unknown>)) {
    if (name === '_csrf' || name === '__proto__') continue;
    if (typeof value === 'string') fields.set(name, value);
    else if (isTextList(value)) fields.set(name, value);
  }
  return Object.fromEntries(fields);
}

function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}
