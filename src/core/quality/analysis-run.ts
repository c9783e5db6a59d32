import type { OrganisationId } from '../kernel/ids.ts';

/** The computing of a pool's figures: one at a time for each pool, whoever asked for it. */
export interface AnalysisRun {
  /** Of the pool. */
  readonly id: string;
  readonly organisationId: OrganisationId;
  readonly state: 'wanted' | 'running' | 'ended' | 'failed';
  /** When it came into this state. */
  readonly since: Date;
  /** When it last gave a sign; a run that was cut off gives none. */
  readonly beatAt: Date;
  /** People read so far, and all there are. */
  readonly read: number;
  readonly people: number;
}

/** A run without a sign for so long was cut off, by a restart for instance. */
const SILENT_MS = 60_000;

const MINUTE_MS = 60_000;
/** Figures of many people take long and move little: how old they get before they are computed by themselves again. */
const AGES: readonly (readonly [people: number, ms: number])[] = [
  [1000, 10 * MINUTE_MS],
  [10_000, 60 * MINUTE_MS],
  [Infinity, 24 * 60 * MINUTE_MS],
];

/** The latest sign of a run that counts as cut off now. */
export const cutOffBefore = (now: Date): Date => new Date(now.getTime() - SILENT_MS);

/** Whether a run works at this moment. */
export const isUnderWay = ({ state, beatAt }: AnalysisRun, now: Date): boolean =>
  state === 'running' && beatAt >= cutOffBefore(now);

/** Whether a pool is to be computed now: never yet, asked for, cut off, failed a while ago, or old enough for its size. */
export function isDue(run: AnalysisRun | undefined, now: Date): boolean {
  if (run === undefined || run.state === 'wanted') return true;
  if (run.state === 'running') return !isUnderWay(run, now);
  const [, age] = AGES.find(([people]) => run.people < people) ?? [0, 0];
  return now.getTime() - run.since.getTime() >= age;
}
