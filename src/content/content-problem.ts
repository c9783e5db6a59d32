/** One mistake in an authored file: where it is, what is wrong and what to do about it. */
export interface ContentProblem {
  /** Path from the folder of assessments. */
  readonly file: string;
  readonly line: number;
  readonly what: string;
  readonly remedy: string;
}

/** The problem in one line that an editor can follow. */
export function describeProblem({ file, line, what, remedy }: ContentProblem): string {
  return `assessments/${file}:${line}: ${what} ${remedy}`;
}
