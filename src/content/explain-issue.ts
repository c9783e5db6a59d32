import type { Document } from 'yaml';
import type { z } from 'zod';
import type { ContentPath } from './line-of.ts';

interface Explained {
  readonly at: ContentPath;
  readonly what: string;
  readonly remedy: string;
}

/** A broken shape in the author's words. The shapes' own messages begin with "must be" and become the remedy. */
export function explainIssue(issue: z.core.$ZodIssue, document: Document): readonly Explained[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      at: [...issue.path, key],
      what: `"${key}" is not a field that belongs here.`,
      remedy: 'Correct its spelling or remove it.',
    }));
  }
  const name = nameOf(issue.path);
  if (issue.path.length > 0 && !document.hasIn(issue.path)) {
    return [{ at: issue.path, what: `${name} is missing.`, remedy: `Add it: it ${issue.message}.` }];
  }
  const value: unknown = issue.path.length === 0 ? null : document.getIn(issue.path);
  const shown = typeof value === 'string' || typeof value === 'number' ? ` (${JSON.stringify(value)})` : '';
  return [{ at: issue.path, what: `${name}${shown} cannot be used.`, remedy: `It ${messageOf(issue)}.` }];
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message;
  if (issue.code === 'invalid_union') return 'must be one of the kinds that the README lists';
  return issue.message;
}

const nameOf = (path: ContentPath): string =>
  path.length === 0 ? 'The file' : `"${path.map(String).join('.')}"`;
