import type { LeftOut } from '../../../core/applicant/bulk-action.ts';
import { groupBy } from '../../../core/kernel/group-by.ts';
import { formatCount } from '../../../presentation/format-count.ts';

const LEFT_OUT: Readonly<Record<LeftOut, string>> = {
  gone: 'erased, or not there any more',
  withdrawn: 'have withdrawn',
  'there-already': 'are there already, or may begin as long already',
  decided: 'have an offer or a rejection, which is changed one by one',
  begun: 'have begun; what was begun has its own end',
  finished: 'have finished',
  'not-open': 'could not begin, because the role is not open',
  'reminded-lately': 'were reminded less than a day ago',
  'link-ended': 'have a link that has ended',
  'changed-meanwhile': 'were changed by somebody meanwhile',
};

/** Who is left out and why, by label: one line a reason. */
export function leftOutLines(
  people: readonly { readonly label: string; readonly why: LeftOut }[],
): readonly { readonly text: string; readonly labels: string }[] {
  return [...groupBy(people, ({ why }) => why)].map(([why, group]) => ({
    text: `${formatCount(group.length, 'applicant', 'applicants')}: ${LEFT_OUT[why]}`,
    labels: group.map(({ label }) => label).join(', '),
  }));
}
