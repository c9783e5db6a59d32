import type { Config } from './config.ts';
import type { AuthoredCalibration } from './content/authored-calibration.ts';
import type { KeyedForm } from './content/keyed-forms.ts';
import type { Form } from './core/form/form.ts';
import type { AssessmentId } from './core/kernel/ids.ts';
import type { PlanningValues } from './core/scoring/measure-column.ts';
import type { Logger } from './ops/logger.ts';
import type { Passwords } from './ops/password.ts';
import type { Relay } from './ops/relay.ts';
import type { Runner } from './ops/run-soon.ts';
import type { Mailer } from './ops/smtp.ts';
import type { CalibrationSetStore } from './store/calibration-set-store.ts';
import type { KeyVersionStore } from './store/key-version-store.ts';
import type { PanelExpertStore } from './store/panel-expert-store.ts';
import type { Stores } from './store/stores.ts';

/** What every feature is given. main.ts builds it once; tests build it against their own database. */
export interface Deps {
  /** Folder of the project, where views and built assets are. */
  readonly root: string;
  readonly config: Config;
  readonly secret: string;
  readonly clock: () => Date;
  readonly logger: Logger;
  readonly passwords: Passwords;
  readonly relay: Relay;
  /** Works off confirmed imports of applicants. */
  readonly imports: Runner;
  /** Works off what was confirmed for several applicants. */
  readonly bulkActions: Runner;
  /** Computes the figures of assessments that are due or asked for. */
  readonly analyses: Runner;
  /** Notices when we could not be reached and gives that time back. */
  readonly outages: Runner;
  /** Null without a mail server; then nothing is queued and pages say to copy the links. */
  readonly mailer: Mailer | null;
  readonly stores: Stores;
  /** The shelf: authored forms without keys. What a requisition uses was copied into the store at adoption. */
  readonly forms: readonly Form[];
  /** Precision that an assessment's authors assume; used, and called so, until own data establish better. */
  readonly planning: ReadonlyMap<AssessmentId, PlanningValues>;
  /** Printed once on the console; whoever has it may set up an empty installation. */
  readonly setUpCode: string;
}

/** Keys. Given only to adoption, scoring and the training of raters, never part of `Deps`, so that no other capability can reach them. */
export interface KeyDeps {
  readonly keyedForms: readonly KeyedForm[];
  readonly keyVersions: KeyVersionStore;
  /** Responses to train raters with, as the authors levelled them, and what experts agreed on. */
  readonly calibration: readonly AuthoredCalibration[];
  readonly calibrationSets: CalibrationSetStore;
  /** Experts of panels with what they rated. */
  readonly panelExperts: PanelExpertStore;
}
