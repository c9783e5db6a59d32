import type { Form } from '../form/form.ts';
import { canonicalForm, type Plain } from '../kernel/canonical-form.ts';
import type { Intake, Requisition } from '../requisition/requisition.ts';
import type { RubricVersion } from '../rubric/rubric.ts';
import type { AnalysisPool } from './analysis.ts';
import { writtenPrompts } from './written-prompts.ts';

type Hash = (text: string) => string;

/** Reliability of Judgment belongs to a form with its key. */
export function judgmentPool(
  requisition: Requisition,
  { formVersionId, keyVersionId }: Pick<Intake, 'formVersionId' | 'keyVersionId'>,
  hash: Hash,
): AnalysisPool {
  return withId(
    { ...poolIn(requisition), column: 'judgment', versions: { formVersionId, keyVersionId } },
    hash,
  );
}

/**
 * Reliability of Written belongs to prompts, anchors and rating design; versions of a rubric that differ only in their
 * weights share it.
 */
export function writtenPool(
  requisition: Requisition,
  form: Form,
  { anchorHash }: Pick<RubricVersion, 'anchorHash'>,
  hash: Hash,
): AnalysisPool {
  const { ratersPerResponse, dispute } = requisition.ratingPolicy;
  const versions = {
    prompts: hash(promptsOf(form)),
    anchorHash,
    ratingDesign: `${ratersPerResponse} raters, ${dispute}`,
  };
  return withId({ ...poolIn(requisition), column: 'written', versions }, hash);
}

/** A form never changes, and every page with a score asks for the text of its prompts. */
const texts = new WeakMap<Form, string>();

function promptsOf(form: Form): string {
  const known = texts.get(form);
  if (known !== undefined) return known;
  const text = canonicalForm(writtenPrompts(form) as unknown as Plain);
  texts.set(form, text);
  return text;
}

const poolIn = ({ organisationId, id, simulated }: Requisition) => ({
  organisationId,
  simulatedIn: simulated ? id : null,
});

const withId = (pool: Omit<AnalysisPool, 'id'>, hash: Hash): AnalysisPool => ({
  id: hash(canonicalForm(pool)),
  ...pool,
});
