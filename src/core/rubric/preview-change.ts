import type { Criterion } from './rubric.ts';
import type { CriterionStanding, Standing } from '../scoring/standing.ts';
import { weightedScore } from '../scoring/written-score.ts';

type Weighted = Pick<Criterion, 'id' | 'weight'>;

/** What a change of the rubric does to the people of an intake: counts and sizes, never who. */
export interface ChangePreview {
  /** Applicants with a Written score today. */
  readonly scored: number;
  readonly moved: number;
  readonly largest: number;
  /** Who would be among the intake's places and is not, and the other way round. */
  readonly enter: number;
  readonly leave: number;
}

/** Differences below this are rounding of the computer, not a change. */
const NOTHING = 1e-9;

/**
 * Goes over standings one by one, so that an intake of any size is never held whole: only two numbers a person stay.
 * `after` is null where the criteria are not the same ones; then no score can be foretold. Places are counted by Written
 * with everybody level with the last place inside.
 */
export class PreviewCount {
  readonly #after: readonly Weighted[] | null;
  readonly #before: number[] = [];
  readonly #then: number[] = [];

  constructor(after: readonly Weighted[] | null) {
    this.#after = after;
  }

  add({ written, criteria }: Pick<Standing, 'written' | 'criteria'>): void {
    if (written.value === null) return;
    this.#before.push(written.value);
    this.#then.push(this.#foretell(criteria) ?? written.value);
  }

  async addAll(rows: AsyncIterable<Pick<Standing, 'written' | 'criteria'>>): Promise<void> {
    for await (const row of rows) this.add(row);
  }

  #foretell(standings: readonly CriterionStanding[]): number | null {
    return this.#after === null ? null : weightedScore({ criteria: this.#after, standings }).value;
  }

  /** `places` is null where another column decides: then nobody crosses. */
  summarise(places: number | null): ChangePreview {
    const moves = this.#before.map((score, index) => Math.abs(score - (this.#then[index] ?? score)));
    const { enter, leave } = places === null ? { enter: 0, leave: 0 } : this.#cross(places);
    return {
      scored: moves.length,
      moved: moves.filter((move) => move > NOTHING).length,
      largest: moves.reduce((most, move) => Math.max(most, move), 0),
      enter,
      leave,
    };
  }

  #cross(places: number): { enter: number; leave: number } {
    const [wasIn, isIn] = [lastPlace(this.#before, places), lastPlace(this.#then, places)];
    let enter = 0;
    let leave = 0;
    this.#before.forEach((score, index) => {
      const was = score >= wasIn - NOTHING;
      const is = (this.#then[index] ?? score) >= isIn - NOTHING;
      if (is && !was) enter += 1;
      if (was && !is) leave += 1;
    });
    return { enter, leave };
  }
}

/** The score at the last place; everybody is inside where there are more places than scores. */
function lastPlace(scores: readonly number[], places: number): number {
  return scores.toSorted((left, right) => right - left)[places - 1] ?? -Infinity;
}
