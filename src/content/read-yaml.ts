import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { ContentProblem } from './content-problem.ts';
import { explainIssue } from './explain-issue.ts';
import { lineOf, type ContentPath } from './line-of.ts';

/** A file that has its shape, and the lines of what stands in it. */
export interface ReadFile<T> {
  readonly file: string;
  readonly value: T;
  readonly lineOf: (path: ContentPath) => number;
}

export type ReadYaml<T> =
  | { readonly kind: 'read'; readonly read: ReadFile<T> }
  | { readonly kind: 'refused'; readonly problems: readonly ContentProblem[] };

/** Reads one authored file and holds it against its shape; every problem comes with its line. */
export function readYaml<Shape extends z.ZodType>(
  root: string,
  file: string,
  shape: Shape,
): ReadYaml<z.output<Shape>> {
  const path = join(root, file);
  if (!existsSync(path)) {
    return refused([{ file, line: 1, what: 'This file is missing.', remedy: 'Write it.' }]);
  }
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return refused(
      document.errors.map((error) => ({
        file,
        line: lines.linePos(error.pos[0]).line,
        what: `This is not YAML: ${error.message}.`,
        remedy: 'Correct the line or the one above it.',
      })),
    );
  }
  const line = (at: ContentPath) => lineOf(document, lines, at);
  const parsed = shape.safeParse(document.toJS());
  if (parsed.success) return { kind: 'read', read: { file, value: parsed.data, lineOf: line } };
  return refused(
    parsed.error.issues.flatMap((issue) =>
      explainIssue(issue, document).map(({ at, ...words }) => ({ file, line: line(at), ...words })),
    ),
  );
}

const refused = (problems: readonly ContentProblem[]) => ({ kind: 'refused' as const, problems });
