import type { OwnResultText } from '../core/decision/release-results.ts';

/** One criterion as its applicant reads it. */
interface OwnCriterionWords {
  readonly label: string;
  readonly level: { readonly label: string; readonly anchor: string } | null;
  readonly quote: string | null;
  readonly notes: readonly string[];
}

/** What an applicant reads about their own responses. No score, no rank, no pass or fail. */
export interface OwnResultWords {
  readonly lead: string;
  readonly strengths: readonly OwnCriterionWords[];
  readonly others: readonly OwnCriterionWords[];
  readonly tip: { readonly text: string; readonly anchor: string } | null;
}

const MOST_STRENGTHS = 2;

/** In plain words, the same in the preview and on the applicant's page. */
export function ownResultWords({ criteria, tip }: OwnResultText): OwnResultWords {
  const known = criteria.filter(({ level }) => level !== null).length;
  // Whatever comes last is never called a strength.
  const strengths = Math.min(MOST_STRENGTHS, Math.max(0, known - 1));
  const words = criteria.map(criterionWords);
  return {
    lead: 'This is what people saw in the answers you wrote. It is about these answers, not about you as a person. Nobody is ranked here. You did not pass or fail.',
    strengths: words.slice(0, strengths),
    others: words.slice(strengths),
    tip:
      tip === null
        ? null
        : { text: `In “${tip.label}”, an answer one step up does this:`, anchor: tip.anchor },
  };
}

function criterionWords({
  label,
  level,
  quote,
  empty,
}: OwnResultText['criteria'][number]): OwnCriterionWords {
  return {
    label,
    level,
    quote,
    notes: [
      ...(level === null ? ['There is too little here to say more.'] : []),
      ...(empty === 0
        ? []
        : [
            empty === 1
              ? 'You left one answer empty. It counts as the lowest level.'
              : `You left ${empty} answers empty. They count as the lowest level.`,
          ]),
    ],
  };
}
