import { groupBy } from '../kernel/group-by.ts';
import type { ApplicantId, ItemId, PersonId, RatingTaskId } from '../kernel/ids.ts';
import { seededNumber, seededOrder } from '../kernel/seeded-order.ts';
import { RATERS_PER_RESPONSE } from './estimate-workload.ts';

interface UnallocatedResponse {
  readonly taskId: RatingTaskId;
  readonly itemId: ItemId;
  readonly applicantId: ApplicantId;
  /** Raters who know the person, or must not see this response for another reason. */
  readonly notRaterIds: readonly PersonId[];
}

export interface AllocateInput {
  readonly responses: readonly UnallocatedResponse[];
  readonly raterIds: readonly PersonId[];
  /** Members of the requisition never rate in it, whoever chose them. */
  readonly memberIds: readonly PersonId[];
  /** Who has already been given a response of which applicant, from earlier allocations. */
  readonly met: readonly { readonly raterId: PersonId; readonly applicantId: ApplicantId }[];
  readonly seed: string;
}

export interface Assignment {
  readonly taskId: RatingTaskId;
  readonly itemId: ItemId;
  readonly raterIds: readonly PersonId[];
}

export type Allocation =
  | { readonly kind: 'allocated'; readonly assignments: readonly Assignment[] }
  | { readonly kind: 'too-few-raters'; readonly wanted: number; readonly found: number };

/**
 * Gives every response two raters: at random by the seed, prompt by prompt, so that every rater gets an equal share of
 * every prompt; a rater gets two prompts of one person only where the pool is too small for anything else. Random pairs
 * rather than fixed ones keep all raters connected, so that their severity can be compared. The same input gives the
 * same allocation whatever order it came in.
 */
export function allocate(input: AllocateInput): Allocation {
  const raters = [...new Set(input.raterIds)].filter((id) => !input.memberIds.includes(id));
  const pool = new RaterPool(raters, input);
  const assignments: Assignment[] = [];
  const prompts = [...groupBy(input.responses, ({ itemId }) => itemId)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [itemId, responses] of prompts) {
    pool.startPrompt();
    for (const response of seededOrder(input.seed, responses, ({ taskId }) => taskId)) {
      const chosen = pool.choose(response);
      if (chosen.length < RATERS_PER_RESPONSE) {
        return { kind: 'too-few-raters', wanted: RATERS_PER_RESPONSE, found: chosen.length };
      }
      assignments.push({ taskId: response.taskId, itemId, raterIds: chosen });
    }
  }
  return { kind: 'allocated', assignments };
}

/** Raters with what they have been given so far; chooses the ones with least. */
class RaterPool {
  readonly #raters: readonly PersonId[];
  readonly #seed: string;
  readonly #met: Map<string, number>;
  readonly #total = new Map<PersonId, number>();
  #ofPrompt = new Map<PersonId, number>();

  constructor(raters: readonly PersonId[], { seed, met }: AllocateInput) {
    this.#raters = raters;
    this.#seed = seed;
    this.#met = new Map();
    for (const { raterId, applicantId } of met) add(this.#met, `${raterId} ${applicantId}`);
  }

  startPrompt(): void {
    this.#ofPrompt = new Map();
  }

  choose({ taskId, applicantId, notRaterIds }: UnallocatedResponse): readonly PersonId[] {
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
      .slice(0, RATERS_PER_RESPONSE)
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
