import type { Form, Section } from '../../../src/core/form/form.ts';
import type {
  BestWorstItem,
  PickOneItem,
  RankOptionsItem,
  RateOptionsItem,
  WrittenResponseItem,
} from '../../../src/core/item/item.ts';
import type { AssessmentId, CriterionId, ItemId, OptionId, SectionId } from '../../../src/core/kernel/ids.ts';

const options = ['a', 'b', 'c', 'd'].map((id) => ({ id: id as OptionId, text: `Do ${id} next.` }));

/** A situation whose four options are rated. */
export function aRateOptionsItem(given: Partial<RateOptionsItem> = {}): RateOptionsItem {
  return {
    kind: 'rate-options',
    id: 'j01' as ItemId,
    title: 'A late parcel',
    situation: 'A customer waits.\n\nThe parcel is late.',
    question: 'How effective is each of these as your next step?',
    options,
    ...given,
  };
}

/** A situation that asks for the best and the worst step. */
export function aBestWorstItem(given: Partial<BestWorstItem> = {}): BestWorstItem {
  return { ...aRateOptionsItem(), id: 'b01' as ItemId, kind: 'best-worst', ...given };
}

/** A situation that asks for the best step alone. */
export function aPickOneItem(given: Partial<PickOneItem> = {}): PickOneItem {
  return { ...aRateOptionsItem(), id: 'k01' as ItemId, kind: 'pick-one', ...given };
}

/** A situation whose four options are put in order. */
export function aRankOptionsItem(given: Partial<RankOptionsItem> = {}): RankOptionsItem {
  return { ...aRateOptionsItem(), id: 'r01' as ItemId, kind: 'rank-options', ...given };
}

/** A prompt in two steps. */
export function aWrittenItem(given: Partial<WrittenResponseItem> = {}): WrittenResponseItem {
  return {
    kind: 'written-response',
    id: 'w01' as ItemId,
    title: 'A cancelled trip',
    situation: 'A traveller writes to you.',
    stepA: { ask: 'Write what you would say or send.' },
    stepB: { update: 'The last train is cancelled too.', ask: 'What do you say or do now, and why?' },
    guide: { min: 80, max: 180 },
    maxWords: 300,
    criteria: [{ criterion: 'empathy' as CriterionId, chance: 'A traveller writes to you.' }],
    ...given,
  };
}

export const JUDGMENT = 'judgment' as SectionId;
export const WRITING = 'writing' as SectionId;

/** Two parts, two situations and two prompts, one practice item. */
export function aForm(given: Partial<Form> = {}): Form {
  return {
    assessmentId: 'customer-conversations' as AssessmentId,
    version: 1,
    title: 'Customer conversations',
    language: 'en',
    summary: 'Situations with customers.',
    audience: 'People who talk with customers.',
    claim: 'Rated evidence of how people judge and word such situations.',
    limitSource: 'author',
    sections: [
      {
        id: JUDGMENT,
        title: 'Judging situations',
        kind: 'judgment',
        minutes: 30,
        usualMinutes: '15–25',
        items: ['j01' as ItemId, 'b01' as ItemId],
      },
      {
        id: WRITING,
        title: 'Writing responses',
        kind: 'written',
        minutes: 40,
        usualMinutes: '25–35',
        items: ['w01' as ItemId, 'w02' as ItemId],
      },
    ],
    items: [aRateOptionsItem(), aBestWorstItem(), aWrittenItem(), aWrittenItem({ id: 'w02' as ItemId })],
    practice: [{ ...aRateOptionsItem({ id: 'p01' as ItemId }), explanation: 'Asking first tells you more.' }],
    ...given,
  };
}

/** A section of a form that is known to be there. */
export function theSection(form: Form, id: SectionId): Section {
  const section = form.sections.find((candidate) => candidate.id === id);
  if (section === undefined) throw new Error(`no section ${id}`);
  return section;
}
