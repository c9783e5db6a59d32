import { extname } from 'node:path';
import type { Config } from './config.ts';
import type { GroupLabels } from './core/quality/group-comparison.ts';
import { createThread, type Thread } from './ops/run-in-thread.ts';

/** Where the thread of the analysis finds the store, and what it compares. */
export interface AnalysisTask {
  readonly uri: string;
  readonly dbName: string | null;
  readonly logLevel: Config['logLevel'];
  /** Groups to compare in this turn; it ends with them, and they are stored nowhere. */
  readonly groups?: GroupLabels;
}

/** Figures are counted in constant memory; the rest is for what a portion of the store holds. */
const MEMORY_MB = 192;

/** The thread that computes what assessments are worth. */
export function createAnalysisThread(task: AnalysisTask): Thread {
  // The compiler does not rewrite this address, so it takes the extension that this file itself has.
  const file = new URL(`./analysis-worker${extname(import.meta.url)}`, import.meta.url);
  return createThread(file, task, MEMORY_MB);
}
