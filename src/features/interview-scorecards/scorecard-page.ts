import type { MayWriteScorecard } from '../../core/interview/may-write-scorecard.ts';
import { missingScorecards } from '../../core/interview/missing-scorecards.ts';
import type { PersonId } from '../../core/kernel/ids.ts';
import { applicantAt, applicantPage } from '../../http/applicant-page.ts';
import { summaryFor, type FormState } from '../../http/form-state.ts';
import type { Link } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { blindWords } from '../../presentation/blind-words.ts';
import { formatList } from '../../presentation/format-list.ts';
import { stageChip } from '../../presentation/standing-words.ts';
import { comparedCards, type ComparedCards } from './compared-cards.ts';
import type { Scorecards } from './find-scorecards.ts';
import { notKeptTexts, scorecardForm, type ScorecardFormVm } from './scorecard-form.ts';

interface ScorecardVm {
  readonly summary: ReturnType<typeof summaryFor>;
  /** Who has handed one in and who has not; never what. */
  readonly states: readonly string[];
  readonly instead: string | null;
  /** What is left to do before the others' can be read; null where that is nothing. */
  readonly viewFirst: { readonly text: string; readonly link: Link } | null;
  readonly form: ScorecardFormVm | null;
  /** What was typed and could not be kept. */
  readonly notKept: readonly string[];
  readonly compared: ComparedCards | null;
  readonly guide: string;
  readonly back: string;
}

const INSTEAD: Readonly<Record<Exclude<MayWriteScorecard, 'may-write'>, string | null>> = {
  'handed-in': null,
  'not-asked':
    'You are not asked for a scorecard of this applicant. Whoever decides in this role can ask you.',
  withdrawn: 'The applicant has withdrawn. No more scorecards are handed in.',
  decided: 'It is decided. No more scorecards are handed in.',
};

/** One's own scorecard, without any score of the test; the others' once it is in. */
export function scorecardPage(found: Scorecards, form: FormState): PageReply {
  const { requisition, applicant, rubric, state } = found;
  const { role, here } = applicantAt(requisition, applicant);
  const heading = `Scorecard of ${applicant.label}`;
  const vm: ScorecardVm = {
    summary: summaryFor(form),
    states: stateWords(found),
    instead: state === 'may-write' ? null : INSTEAD[state],
    viewFirst: found.viewFirst
      ? {
          text: 'To read the others’ scorecards, give your own view of this applicant first: it is asked of you, and it would not be independent afterwards.',
          link: { label: 'Give my view', href: `${here}/views` },
        }
      : null,
    form: state === 'may-write' ? scorecardForm(found, form, `${here}/scorecard`) : null,
    notKept: state === 'may-write' ? [] : notKeptTexts(found, form),
    compared: found.mayRead ? comparedCards(found) : null,
    guide: `${here}/interview-guide`,
    back: `${role}/interviews`,
  };
  return applicantPage({
    requisition,
    applicant,
    way: ['interviews'],
    header: {
      heading,
      sub: `${requisition.title} · rubric version ${rubric.number} · ${blindWords(requisition)}`,
      chips: [stageChip(applicant.stage)],
    },
    view: 'interview-scorecards/scorecard',
    vm,
  });
}

function stateWords({ asked, handedIn, staff }: Scorecards): string[] {
  const nameOf = (id: PersonId): string => staff.get(id) ?? 'Somebody who is gone';
  const missing = missingScorecards(asked, handedIn).map(nameOf);
  const names = handedIn.map(({ personId }) => nameOf(personId));
  return [
    names.length === 0 ? 'Nobody has handed in a scorecard yet.' : `Handed in by ${formatList(names)}.`,
    ...(missing.length === 0 ? [] : [`Still asked: ${formatList(missing)}.`]),
  ];
}
