import type { ContentProblem } from './content-problem.ts';
import type { ContentPath } from './line-of.ts';
import type { ReadFile } from './read-yaml.ts';

/** A problem at one place of a file that was read. */
export function problemAt(
  read: ReadFile<unknown>,
  path: ContentPath,
  what: string,
  remedy: string,
): ContentProblem {
  return { file: read.file, line: read.lineOf(path), what, remedy };
}
