import { canonicalForm } from '../kernel/canonical-form.ts';
import type { OrganisationId, RequisitionId } from '../kernel/ids.ts';
import type { Intake, Requisition } from '../requisition/requisition.ts';
import type { RubricVersion } from '../rubric/rubric.ts';

/**
 * Whose scores mean the same: everything of an organisation under one form, key, rating design, anchors and weights. A
 * simulated requisition has a scope of its own, so that nobody real is ever compared with simulated people.
 */
export interface ReferenceScope {
  /** Hash of everything below. */
  readonly id: string;
  readonly organisationId: OrganisationId;
  readonly simulatedIn: RequisitionId | null;
  readonly versions: Readonly<Record<string, string>>;
}

export function referenceScope(
  { organisationId, id, simulated, ratingPolicy }: Requisition,
  { formVersionId, keyVersionId }: Pick<Intake, 'formVersionId' | 'keyVersionId'>,
  { anchorHash, criteria }: Pick<RubricVersion, 'anchorHash' | 'criteria'>,
  hash: (text: string) => string,
): ReferenceScope {
  const weights = Object.fromEntries(criteria.map((criterion) => [criterion.id, criterion.weight]));
  const scope = {
    organisationId,
    simulatedIn: simulated ? id : null,
    versions: {
      formVersionId,
      keyVersionId,
      anchorHash,
      weights: hash(canonicalForm(weights)),
      ratingDesign: `${ratingPolicy.ratersPerResponse} raters, ${ratingPolicy.dispute}`,
    },
  };
  return { id: hash(canonicalForm(scope)), ...scope };
}
