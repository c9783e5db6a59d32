import type { Deps } from '../../deps.ts';
import type { KeyVersionStore } from '../../store/key-version-store.ts';
import type { Stores } from '../../store/stores.ts';

/** Analyses read what was measured and write what it says; of keys they need which situation has which dimension. */
export interface QualityDeps extends Pick<Deps, 'clock' | 'logger'> {
  readonly stores: Pick<
    Stores,
    | 'analyses'
    | 'analysisRuns'
    | 'attempts'
    | 'formVersions'
    | 'qualityReports'
    | 'ratingTasks'
    | 'requisitions'
    | 'rubrics'
    | 'scores'
    | 'standings'
  >;
  readonly keyVersions: KeyVersionStore;
}
