import type { Deps, KeyDeps } from '../../deps.ts';

/** A panel makes a key, so its feature reads keys and what experts rated. */
export interface PanelDeps extends Deps, Pick<KeyDeps, 'keyedForms' | 'keyVersions' | 'panelExperts'> {}
