import type { SimulationTexts } from '../content/simulation-texts.ts';
import type { Form } from '../core/form/form.ts';
import type { Key } from '../core/form/key.ts';
import type { PersonId } from '../core/kernel/ids.ts';
import type { Requisition } from '../core/requisition/requisition.ts';
import type { RubricVersion } from '../core/rubric/rubric.ts';

/** What people are simulated into: a requisition with the versions its intake measures by, and who rates. */
export interface SimulationSetting {
  readonly seed: string;
  readonly requisition: Requisition;
  readonly form: Form;
  readonly key: Key;
  readonly rubricVersion: RubricVersion;
  readonly texts: SimulationTexts;
  /** Three or more; each has a severity that the seed decides by their place in the list. */
  readonly raterIds: readonly PersonId[];
  /** Settles what raters could not. */
  readonly leadId: PersonId;
  readonly now: Date;
}
