import type { Intake, Requisition } from '../../core/requisition/requisition.ts';
import type { Link } from '../../http/parts.ts';
import { formatDate } from '../../presentation/format-date.ts';

/** Another intake of the role with the number of the rubric version that counts there. */
export interface OtherIntake {
  readonly intake: Intake;
  readonly number: number;
}

interface Apart {
  readonly text: string;
  readonly links: readonly Link[];
}

/** The people of other intakes are listed apart, with the reason; null where there is one intake only. */
export function otherIntakes(
  { id }: Pick<Requisition, 'id'>,
  shown: OtherIntake,
  others: readonly OtherIntake[],
): Apart | null {
  if (others.length === 0) return null;
  const elsewhere = others.some(({ number }) => number !== shown.number);
  return {
    text: elsewhere
      ? 'People of other intakes are shown apart. They are not comparable with those here: another version of the rubric counts for them.'
      : 'People of other intakes are shown apart: an applicant is compared within their own.',
    links: others.map(({ intake, number }) => ({
      label: `Intake of ${formatDate(intake.opensAt)}, rubric version ${number}`,
      href: `/requisitions/${id}/applicants?intake=${intake.id}`,
    })),
  };
}
