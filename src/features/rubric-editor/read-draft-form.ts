import type { Form } from '../../core/form/form.ts';
import type { CriterionId, ItemId } from '../../core/kernel/ids.ts';
import { LEVELS, type Criterion, type RubricContent } from '../../core/rubric/rubric.ts';
import { writtenPrompts } from '../../core/scoring/written-prompts.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { fieldNames, LONGEST, ORDER } from './draft-fields.ts';

interface ReadDraft {
  readonly content: RubricContent;
  /** What cannot be kept as it was typed; everything else may stand in a draft. */
  readonly problems: readonly FieldProblem[];
}

/** More than a rubric may have, so that too many can be typed, kept and said. */
const MOST_KEPT = 12;
/** So many are shown again with everything that was typed. */
const MOST_READ = 40;
const ID = /^[a-z0-9-]{1,40}$/;

/** The draft as it was typed: criteria in their order, texts without the blanks and line ends that browsers add. */
export function readDraftForm(fields: RawFields, stored: RubricContent, form: Form): ReadDraft {
  const ids = [...new Set(textsOf(fields, ORDER))].filter((id) => ID.test(id)).slice(0, MOST_READ);
  const problems = checkCount(fields, ids.length);
  const criteria = ids.map((id) => readCriterion(fields, id as CriterionId, form, problems));
  return { content: { criteria, examples: examplesOf(stored, ids) }, problems };
}

/** Too many are refused with all their text, before one is added or brought back that could not be kept. */
function checkCount(fields: RawFields, typed: number): FieldProblem[] {
  const wanted = typed + (fields['action'] === 'add' || fields['restore'] !== undefined ? 1 : 0);
  if (wanted <= MOST_KEPT) return [];
  const message = `A draft holds ${MOST_KEPT} criteria, and a rubric six. Remove one first; nothing was saved, and all you typed is still here.`;
  // Somebody who removes one is on the way.
  return fields['remove'] === undefined ? [{ field: 'criteria', message }] : [];
}

function readCriterion(fields: RawFields, id: CriterionId, form: Form, problems: FieldProblem[]): Criterion {
  const text = (name: string, longest: number): string => {
    const typed = clean(textsOf(fields, name)[0] ?? '');
    if (typed.length > longest) {
      problems.push({
        field: name,
        message: `Shorten this by ${typed.length - longest} to ${longest} characters.`,
      });
    }
    return typed;
  };
  const askedIn = readPrompts(textsOf(fields, fieldNames.asked(id)), id, form);
  return {
    id,
    label: text(fieldNames.label(id), LONGEST.label),
    definition: text(fieldNames.definition(id), LONGEST.definition),
    weight: readWeight(textsOf(fields, fieldNames.weight(id))[0] ?? '', id, problems),
    levels: LEVELS.map((level) => ({
      level,
      label: text(fieldNames.levelLabel(id, level), LONGEST.levelLabel),
      anchor: text(fieldNames.anchor(id, level), LONGEST.anchor),
      example: text(fieldNames.example(id, level), LONGEST.example) || null,
    })),
    ...(askedIn === null ? {} : { askedIn }),
  };
}

function readWeight(typed: string, id: CriterionId, problems: FieldProblem[]): number {
  if (/^\d{1,3}$/.test(typed.trim())) return Number(typed);
  problems.push({ field: `criteria-${id}`, message: 'Enter a weight as a whole number from 0 to 100.' });
  return 0;
}

/** Null where the choice is what the prompts themselves name. */
function readPrompts(ticked: readonly string[], id: CriterionId, form: Form): readonly ItemId[] | null {
  const prompts = writtenPrompts(form);
  const chosen = prompts.filter((prompt) => ticked.includes(prompt.id)).map((prompt) => prompt.id);
  const named = prompts.filter((prompt) => prompt.criteria.some(({ criterion }) => criterion === id));
  return named.map((prompt) => prompt.id).join() === chosen.join() ? null : chosen;
}

/** Example responses stay with the rubric; what they say about a criterion goes with it. */
const examplesOf = ({ examples }: RubricContent, ids: readonly string[]): RubricContent['examples'] =>
  examples.map((example) => ({
    ...example,
    levels: Object.fromEntries(Object.entries(example.levels).filter(([id]) => ids.includes(id))),
  }));

const textsOf = (fields: RawFields, name: string): readonly string[] => {
  const value = fields[name];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
};

const clean = (text: string): string => text.replace(/\r\n?/g, '\n').trim();
