import type { Form, PracticeItem } from '../core/form/form.ts';
import type { Item } from '../core/item/item.ts';
import type { AuthoredAssessment } from './authored-assessment.ts';
import type { AuthoredItem } from './item-shape.ts';
import { scoredItems } from './scored-items.ts';

/** The shelf for everybody: forms without keys, dimensions and rubrics. */
export function publicForms(shelf: readonly AuthoredAssessment[]): readonly Form[] {
  return shelf.map(toForm);
}

export function toForm(assessment: AuthoredAssessment): Form {
  const { id, version, title, language, summary, audience, claim } = assessment.about.value;
  const { sections, limitSource, practice } = assessment.form.value;
  return {
    assessmentId: id,
    version,
    title,
    language,
    summary,
    audience,
    claim,
    limitSource,
    sections,
    items: scoredItems(assessment).map(({ value }) => toItem(value)),
    practice: practice.flatMap((itemId) => {
      const item = assessment.items.find(({ value }) => value.id === itemId)?.value;
      return item?.explanation === undefined ? [] : [toPractice(item, item.explanation)];
    }),
  };
}

function toItem(item: AuthoredItem): Item {
  const plain = { ...item };
  delete plain.explanation;
  return plain;
}

const toPractice = (item: AuthoredItem, explanation: string): PracticeItem => ({
  ...toItem(item),
  explanation,
});
