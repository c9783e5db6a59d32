import { countWords } from '../../core/item/count-words.ts';
import type { WrittenResponseItem } from '../../core/item/item.ts';
import type { AttemptId, ItemId } from '../../core/kernel/ids.ts';
import type { RatedPrompt } from '../../core/psychometrics/prompt-rater-components.ts';
import { criterionAgreement } from '../../core/quality/criterion-agreement.ts';
import type { OneRating } from '../../core/quality/first-two-ratings.ts';
import type { WrittenQuality } from '../../core/quality/quality-report.ts';
import { tallyDistribution } from '../../core/quality/score-distribution.ts';
import { studyPromptsAndRaters } from '../../core/quality/study-prompts-and-raters.ts';
import { tallyLevelPairs } from '../../core/quality/tally-level-pairs.ts';
import type { Criterion } from '../../core/rubric/rubric.ts';
import { levelToScore } from '../../core/scoring/level-to-score.ts';
import type { Standing } from '../../core/scoring/standing.ts';
import type { ReadPerson } from './read-people.ts';

/** Variance components are computed at one go; people beyond the first thousand of the shuffle would hardly move them. */
const MOST_IN_STUDY = 1000;

export interface ReadTwice {
  readonly itemId: ItemId;
  readonly ratings: readonly [OneRating, OneRating];
}

/** How the finished attempts of a pool were written and rated, one after the other. */
export function countWritten(prompts: readonly WrittenResponseItem[], criteria: readonly Criterion[]) {
  const distribution = tallyDistribution();
  const pairs = criteria.map(({ id }) => ({ id, tally: tallyLevelPairs() }));
  const missing = prompts.map(({ id }) => ({ itemId: id, missing: 0, unratable: 0 }));
  const studied: RatedPrompt[] = [];
  let [attempts, doubleRatings, people] = [0, 0, 0];

  function addMissing({ criteria: standings }: Standing): void {
    for (const tally of missing) {
      const levels = standings.flatMap((own) => own.prompts[tally.itemId] ?? []);
      if (levels.some(({ basis }) => basis === 'empty')) tally.missing += 1;
      else if (levels.some(({ reason }) => reason === 'unratable')) tally.unratable += 1;
    }
  }

  function addPair({ itemId, ratings: [one, two] }: ReadTwice, responses: ReadPerson['responses']): void {
    const value = responses?.[itemId]?.value;
    const words = value?.kind === 'written-response' ? countWords(value.a) + countWords(value.b) : 0;
    doubleRatings += 1;
    for (const { id, tally } of pairs) {
      const [first, second] = [one.levels[id], two.levels[id]];
      if (first !== undefined && second !== undefined) tally.add({ first, second, words });
    }
  }

  function addToStudy(person: AttemptId, read: readonly ReadTwice[]): void {
    if (people >= MOST_IN_STUDY || read.length !== prompts.length) return;
    people += 1;
    for (const { itemId, ratings } of read) {
      for (const { rater, levels } of ratings)
        studied.push({ person, prompt: itemId, rater, score: weightedScore(levels, criteria) });
    }
  }

  return {
    add({ attemptId, standing, responses }: ReadPerson, read: readonly ReadTwice[]): void {
      attempts += 1;
      if (standing.written.value !== null) distribution.add(standing.written.value);
      addMissing(standing);
      for (const one of read) addPair(one, responses);
      addToStudy(attemptId, read);
    },
    report: (): Pick<
      WrittenQuality,
      'attempts' | 'distribution' | 'missing' | 'doubleRatings' | 'agreement' | 'study'
    > => ({
      attempts,
      distribution: distribution.steps(),
      missing: missing.map((one) => ({ ...one, asked: attempts })),
      doubleRatings,
      agreement: pairs.flatMap(({ id, tally }) => criterionAgreement(id, tally) ?? []),
      study: studyPromptsAndRaters(studied, prompts.length),
    }),
  };
}

/** One rating of one response, its criteria weighted as in the score. */
function weightedScore(levels: OneRating['levels'], criteria: readonly Criterion[]): number {
  let [weighted, total] = [0, 0];
  for (const { id, weight } of criteria) {
    const level = levels[id];
    if (level === undefined) continue;
    weighted += weight * levelToScore(level);
    total += weight;
  }
  return total === 0 ? 0 : weighted / total;
}
