import { parseArgs } from 'node:util';

export interface SimulateArguments {
  readonly applicants: number;
  readonly evidence: number;
  readonly seed: string;
}

type ReadArguments =
  | { readonly kind: 'ok'; readonly wanted: SimulateArguments }
  | { readonly kind: 'refused'; readonly problem: string };

const USAGE = 'Usage: npm run simulate -- --applicants N [--evidence M] [--seed S]';
/** The embedded store is made for a million documents; a database of one's own takes more in several runs. */
const MOST = 300_000;
const EVIDENCE_UNLESS_SAID = 2000;

const refused = (problem: string): ReadArguments => ({ kind: 'refused', problem: `${problem} ${USAGE}` });

/** What the command is asked to do, or one sentence about what is wrong with it. */
export function readArguments(args: readonly string[]): ReadArguments {
  let values: { applicants?: string; evidence?: string; seed?: string };
  try {
    const options = { applicants: text, evidence: text, seed: text };
    values = parseArgs({ args: [...args], options }).values;
  } catch (error) {
    return refused(error instanceof Error ? `${error.message}.` : String(error));
  }
  const applicants = wholeNumber(values.applicants, 1, MOST);
  if (applicants === null) return refused(`--applicants must be a whole number from 1 to ${MOST}.`);
  const unlessSaid = Math.min(applicants, EVIDENCE_UNLESS_SAID);
  const evidence = values.evidence === undefined ? unlessSaid : wholeNumber(values.evidence, 0, applicants);
  if (evidence === null) return refused(`--evidence must be a whole number from 0 to ${applicants}.`);
  return { kind: 'ok', wanted: { applicants, evidence, seed: values.seed ?? '1' } };
}

const text = { type: 'string' } as const;

function wholeNumber(typed: string | undefined, least: number, most: number): number | null {
  const number = Number(typed);
  const fits = typed !== undefined && /^\d+$/.test(typed) && number >= least && number <= most;
  return fits ? number : null;
}
