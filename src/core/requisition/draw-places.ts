import type {
  ApplicantId,
  IntakeId,
  OrganisationId,
  PersonId,
  RequisitionId,
  RubricVersionId,
} from '../kernel/ids.ts';
import { seededOrder } from '../kernel/seeded-order.ts';
import { areDistinguishable, type Measured } from '../psychometrics/are-distinguishable.ts';
import type { MeasuredColumn } from '../scoring/score-column.ts';

export interface DrawnPerson {
  readonly applicantId: ApplicantId;
  readonly label: string;
}

/** A draw as it was made: with seed and list anybody gets the same order again. */
export interface Draw {
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly intakeId: IntakeId;
  readonly rubricVersionId: RubricVersionId;
  readonly column: MeasuredColumn;
  readonly places: number;
  /** Above the last place and told apart from it: they have a place without a draw. */
  readonly sure: readonly DrawnPerson[];
  readonly seed: string;
  /** Everybody not distinguishable from the last place, in the order that was drawn. */
  readonly order: readonly DrawnPerson[];
  /** How many of the order have a place. */
  readonly seats: number;
  readonly personId: PersonId;
  readonly at: Date;
}

export type DrawPlan =
  | { readonly kind: 'enough-places' }
  | {
      readonly kind: 'draw';
      readonly sure: readonly DrawnPerson[];
      readonly among: readonly DrawnPerson[];
      readonly seats: number;
    };

/** Who has a place without a draw, and who is not distinguishable from the last place. */
export function planDraw(people: readonly (DrawnPerson & Measured)[], places: number): DrawPlan {
  const sorted = people.toSorted((left, right) => right.score - left.score);
  const last = sorted[places - 1];
  if (last === undefined || sorted.length === places) return { kind: 'enough-places' };
  const alike = sorted.filter((person) => !areDistinguishable(person, last));
  const sure = sorted.filter((person) => person.score > last.score && areDistinguishable(person, last));
  const seats = places - sure.length;
  if (alike.length <= seats) return { kind: 'enough-places' };
  return { kind: 'draw', sure: sure.map(nameless), among: byLabel(alike.map(nameless)), seats };
}

const nameless = ({ applicantId, label }: DrawnPerson): DrawnPerson => ({ applicantId, label });

const byLabel = (people: readonly DrawnPerson[]): readonly DrawnPerson[] =>
  people.toSorted((left, right) => (left.label < right.label ? -1 : 1));

/** The whole order, so that it is known who follows where somebody withdraws. */
export const drawOrder = (seed: string, among: readonly DrawnPerson[]): readonly DrawnPerson[] =>
  seededOrder(seed, among, ({ label }) => label);
