import { closes } from '../../core/applicant/decision.ts';
import { missingViews } from '../../core/decision/independent-view.ts';
import { missingScorecards } from '../../core/interview/missing-scorecards.ts';
import type { PersonId } from '../../core/kernel/ids.ts';
import { errorOf, textOf, type FormState } from '../../http/form-state.ts';
import type { Checkbox, Link } from '../../http/parts.ts';
import { formatList } from '../../presentation/format-list.ts';
import type { Case } from './find-case.ts';

interface ViewsSection {
  readonly lines: readonly string[];
  readonly links: readonly Link[];
}

/** Who has given a view and who has not. What they say is read where one's own is given first. */
export function viewsOf(found: Case): ViewsSection {
  const { requisition, applicant, asked, views, scorecards } = found;
  const here = `/requisitions/${requisition.id}/applicants/${applicant.id}`;
  const given = views.map(({ personId }) => personId);
  const cards = scorecards.filter(({ handedInAt }) => handedInAt !== null).map(({ personId }) => personId);
  return {
    lines: [
      asked.length === 0 ? 'Nobody is asked for a view or a scorecard.' : null,
      said(found, 'Views given by', given),
      said(found, 'Views still missing from', missingViews(asked, views)),
      said(found, 'Scorecards handed in by', cards),
      said(found, 'Scorecards still missing from', missingScorecards(asked, scorecards)),
    ].filter((line) => line !== null),
    links: [
      { label: 'Views', href: `${here}/views` },
      { label: 'Scorecards', href: `${here}/scorecard` },
      { label: 'Who is asked', href: `${here}/asked` },
    ],
  };
}

const namesOf = ({ staff }: Case, ids: readonly PersonId[]): string =>
  formatList(ids.map((id) => staff.get(id) ?? 'somebody who is gone'));

const said = (found: Case, what: string, ids: readonly PersonId[]): string | null =>
  ids.length === 0 ? null : `${what} ${namesOf(found, ids)}.`;

/** A tick that names those who are passed over; null where nobody is. */
export function withoutOf(found: Case, form: FormState): Checkbox | null {
  const { applicant, asked, views } = found;
  const missing = closes(applicant.stage) ? [] : missingViews(asked, views);
  if (missing.length === 0) return null;
  const value = missing.join(' ');
  return {
    id: 'without',
    name: 'without',
    label: `Decide without the views of ${namesOf(found, missing)}`,
    hint: 'Needed for an offer or a rejection while views are missing. It stays on record.',
    error: errorOf(form, 'without'),
    value,
    checked: textOf(form, 'without') === value,
  };
}
