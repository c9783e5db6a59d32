import { ruleUnder } from '../core/calibration/rater-gate.ts';
import type { Requisition } from '../core/requisition/requisition.ts';
import type { RubricVersion } from '../core/rubric/rubric.ts';

/** What a reader of scores has to know about who rated. */
export const gateWords = (
  { raterGate }: Pick<Requisition, 'raterGate'>,
  { anchorHash }: Pick<RubricVersion, 'anchorHash'>,
): string =>
  ruleUnder(raterGate, anchorHash) === 'required'
    ? 'Certified raters are required.'
    : 'Raters not certified.';
