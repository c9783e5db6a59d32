import type { RubricContent } from '../rubric/rubric.ts';
import type { Finding } from './finding.ts';

const DEGREE =
  /\b(?:somewhat|very|adequate(?:ly)?|sufficient(?:ly)?|quite|fairly|rather|extremely|highly|excellent|good|poor|weak|strong)\b/gi;

/** Anchors point to something in the text; words of degree leave the level to the rater's taste. */
export function checkRubricWords({ criteria }: RubricContent): readonly Finding[] {
  return criteria.map((criterion): Finding => {
    const found = criterion.levels.flatMap(({ anchor }) => anchor.match(DEGREE) ?? []);
    return {
      check: 'degree words in anchors',
      about: criterion.id,
      where: 'rubric',
      measured: found.length === 0 ? 'none' : found.join(', '),
      limit: 'none',
      ok: found.length === 0,
    };
  });
}
