import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export type Verdict = { readonly judge: string; readonly broken: boolean; readonly passed: boolean };

const run = promisify(execFile);

/**
 * Runs the short forms in one process of their own, so that they share what they can, and hands back what they print, the
 * whole build first. The judges of a group share one broken build: none of them can find the fault of another.
 */
export async function runShortForms(...groups: readonly (readonly string[])[]): Promise<Verdict[]> {
  const args = groups.map((names) => names.join('+'));
  const { stdout } = await run(process.execPath, ['scripts/sittings/short-forms.mjs', ...args]);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Verdict)
    .sort((one, other) => Number(one.broken) - Number(other.broken));
}
