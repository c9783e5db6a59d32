import { isUnderWay, type AnalysisRun } from '../../core/quality/analysis-run.ts';

/** What is being computed for a page of figures, and what can be done about it. */
export interface AnalysisState {
  readonly text: string;
  readonly progress: {
    readonly section: null;
    readonly label: string;
    readonly value: number;
    readonly max: number;
  } | null;
  /** Where to look again; null while nothing is done. */
  readonly lookAgain: string | null;
  /** Where to ask for figures afresh; null for those who may not, and while they are being computed. */
  readonly action: string | null;
}

interface Addresses {
  readonly page: string;
  readonly action: string | null;
}

/** Both columns in one line, because they are asked for together. */
export function analysisState(
  runs: readonly AnalysisRun[],
  now: Date,
  { page, action }: Addresses,
): AnalysisState {
  const under = runs.filter((run) => isUnderWay(run, now));
  const waiting = runs.some(({ state }) => state === 'wanted');
  if (under.length > 0 || waiting) {
    const all = (of: (run: AnalysisRun) => number) => runs.reduce((total, run) => total + of(run), 0);
    const doneOf = (run: AnalysisRun) => (run.state === 'ended' ? run.people : run.read);
    const [value, max] = [all(doneOf), all(({ people }) => people)];
    const text =
      'It goes on by itself, also when this page is closed. The figures below are the last ones until then.';
    return { text, progress: progressOf(value, max), lookAgain: page, action: null };
  }
  return { text: idleText(runs), progress: null, lookAgain: null, action };
}

function progressOf(value: number, max: number): AnalysisState['progress'] {
  const count = (of: number) => of.toLocaleString('en');
  const label =
    max === 0
      ? 'Figures are asked for and wait for their turn'
      : `Figures are being computed: ${count(value)} of ${count(max)} rows read (${Math.floor((100 * value) / max)} %)`;
  return { section: null, label, value, max: Math.max(1, max) };
}

function idleText(runs: readonly AnalysisRun[]): string {
  if (runs.some(({ state }) => state === 'running'))
    return 'Computing was cut off, by a restart for instance. It begins anew by itself within a few minutes; the figures below are from before.';
  if (runs.some(({ state }) => state === 'failed'))
    return 'The last try to compute failed. It is repeated by itself; the figures below are from before.';
  return 'Figures are computed by themselves again and again: every ten minutes up to 1,000 people, every hour up to 10,000, once a day above.';
}
