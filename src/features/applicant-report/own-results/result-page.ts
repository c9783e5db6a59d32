import type { MayRelease, OwnResultRelease } from '../../../core/decision/release-results.ts';
import { applicantAt, applicantPage } from '../../../http/applicant-page.ts';
import { summaryFor, textareaFor, type FormState } from '../../../http/form-state.ts';
import type { Textarea } from '../../../http/parts.ts';
import type { PageReply } from '../../../http/reply.ts';
import { formatDate } from '../../../presentation/format-date.ts';
import { letterState } from '../../../presentation/letter-state.ts';
import { ownResultWords, type OwnResultWords } from '../../../presentation/own-result-words.ts';
import type { Release } from './release-results.ts';

interface ResultVm {
  readonly summary: ReturnType<typeof summaryFor>;
  /** Said instead of the form, where nothing can be released. */
  readonly instead: string | null;
  readonly preview: { readonly heading: string; readonly results: OwnResultWords } | null;
  readonly form: {
    readonly action: string;
    readonly seen: string;
    readonly correction: Textarea | null;
    readonly button: string;
    /** Whether they are told, and how. */
    readonly told: string;
  } | null;
  /** What became of the mail. */
  readonly mail: string | null;
  readonly released: readonly {
    readonly heading: string;
    readonly correction: string | null;
    readonly results: OwnResultWords;
  }[];
}

type Closed = Exclude<MayRelease['kind'], 'may-release' | 'may-correct'>;

const INSTEAD: Readonly<Record<Closed, string | null>> = {
  withdrawn: 'The applicant has withdrawn. Nothing is released.',
  'not-decided':
    'Results are released after the decision, together with what the applicant is told about it.',
  'not-rated': 'Not everything is rated yet. Results are released when it is.',
  'nothing-new': null,
};

/** Exactly what the applicant would read, and the button that lets them. */
export function resultPage(release: Release, form: FormState): PageReply {
  const { report, text, released, may, mail } = release;
  const { requisition, applicant, staff } = report;
  const { here } = applicantAt(requisition, applicant);
  const heading = `Results for ${applicant.label} to read`;
  const open = may.kind === 'may-release' || may.kind === 'may-correct';
  const vm: ResultVm = {
    summary: summaryFor(form),
    instead: open ? null : INSTEAD[may.kind],
    preview: open
      ? { heading: 'Preview: exactly what the applicant reads', results: ownResultWords(text) }
      : null,
    form: open ? formOf(release, form, `${here}/own-results`) : null,
    mail: mail === null ? null : letterState(mail),
    released: [...released].reverse().map((one) => releasedOf(one, staff)),
  };
  return applicantPage({
    requisition,
    applicant,
    way: ['report', 'decision'],
    header: { heading, sub: requisition.title },
    view: 'applicant-report/own-results',
    vm,
  });
}

function formOf({ may, seen, mailOn }: Release, form: FormState, action: string): ResultVm['form'] {
  const corrects = may.kind === 'may-correct';
  return {
    action,
    seen,
    correction: corrects
      ? textareaFor(form, {
          name: 'correction',
          label: 'Why it is corrected',
          hint: 'The applicant reads these words above the new results. What they read before stays below.',
          rows: 3,
        })
      : null,
    told: mailOn
      ? 'A mail tells the applicant that they are there. It says nothing of them.'
      : 'No mail leaves this role: tell the applicant that they are there.',
    button: corrects ? 'Release the correction' : 'Release to the applicant',
  };
}

function releasedOf(
  { at, by, correction, text }: OwnResultRelease,
  staff: Release['report']['staff'],
): ResultVm['released'][number] {
  const who = staff.get(by) ?? 'somebody who is gone';
  return {
    heading: `Released on ${formatDate(at)} by ${who}`,
    correction,
    results: ownResultWords(text),
  };
}
