import type { ApplicantId, ItemId, PersonId, RatingTaskId } from '../kernel/ids.ts';
import { seededNumber } from '../kernel/seeded-order.ts';

/** A response for which raters are looked for. */
export interface SeatToFill {
  readonly taskId: RatingTaskId;
  readonly itemId: ItemId;
  readonly applicantId: ApplicantId;
  /** Raters who know the person, or must not see this response for another reason. */
  readonly notRaterIds: readonly PersonId[];
}

export interface ChoiceInput {
  /** Who has already been given a response of which applicant, from earlier allocations. */
  readonly met: readonly { readonly raterId: PersonId; readonly applicantId: ApplicantId }[];
  readonly seed: string;
}

/** Raters with what they have been given so far; chooses the ones with least. */
export class RaterChoice {
  readonly #raters: readonly PersonId[];
  readonly #seed: string;
  readonly #met: Map<string, number>;
  readonly #total = new Map<PersonId, number>();
  #ofPrompt = new Map<PersonId, number>();

  constructor(raters: readonly PersonId[], { seed, met }: ChoiceInput) {
    this.#raters = raters;
    this.#seed = seed;
    this.#met = new Map();
    for (const { raterId, applicantId } of met) add(this.#met, `${raterId} ${applicantId}`);
  }

  startPrompt(): void {
    this.#ofPrompt = new Map();
  }

  choose({ taskId, applicantId, notRaterIds }: SeatToFill, count: number): readonly PersonId[] {
    const burden = (raterId: PersonId) => [
      this.#met.get(`${raterId} ${applicantId}`) ?? 0,
      this.#ofPrompt.get(raterId) ?? 0,
      this.#total.get(raterId) ?? 0,
      seededNumber(`${this.#seed} ${taskId} ${raterId}`),
    ];
    const chosen = this.#raters
      .filter((raterId) => !notRaterIds.includes(raterId))
      .map((raterId) => ({ raterId, burden: burden(raterId) }))
      .sort(
        (left, right) => compareLists(left.burden, right.burden) || (left.raterId < right.raterId ? -1 : 1),
      )
      .slice(0, count)
      .map(({ raterId }) => raterId);
    for (const raterId of chosen) {
      add(this.#met, `${raterId} ${applicantId}`);
      add(this.#ofPrompt, raterId);
      add(this.#total, raterId);
    }
    return chosen;
  }
}

function add<Name>(counts: Map<Name, number>, name: Name): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** Lexicographic order of two lists of numbers of equal length. */
function compareLists(left: readonly number[], right: readonly number[]): number {
  for (const [index, value] of left.entries()) {
    const apart = value - (right[index] ?? 0);
    if (apart !== 0) return apart;
  }
  return 0;
}
