import type { Intake } from '../../../core/requisition/requisition.ts';
import { formatCount } from '../../../presentation/format-count.ts';
import { COLUMN_NAMES } from '../list-column.ts';

const RULES: Readonly<Record<Intake['placesRule'], string>> = {
  draw: 'a draw',
  'invite-all': 'to invite all of them',
  'further-evidence': 'to look for further evidence',
};

type Rules = Pick<Intake, 'places' | 'placesRule' | 'decidingColumn'>;

/** How many cannot be told apart from the last place, and what then happens in this role: in the list and on the draw. */
export const placesWords = (
  { places, placesRule, decidingColumn }: Rules,
  count: number,
  counted = count.toLocaleString('en'),
): string =>
  `${counted} ${count === 1 ? 'applicant is' : 'applicants are'} not distinguishable from the last of ${formatCount(places, 'place', 'places')} on ${COLUMN_NAMES[decidingColumn]}: this role’s rule is ${RULES[placesRule]}.`;
