import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export type Verdict = { readonly judge: string; readonly broken: boolean; readonly passed: boolean };

const run = promisify(execFile);

/** Runs the short forms in one process of their own, so that they share what they can, and hands back what they print. */
export async function runShortForms(names: readonly string[]): Promise<Verdict[]> {
  const { stdout } = await run(process.execPath, ['scripts/sittings/short-forms.mjs', ...names]);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Verdict);
}
