import type { OwnResultText } from '../core/decision/release-results.ts';

/** One criterion as its applicant reads it. */
interface OwnCriterionWords {
  readonly heading: string;
  /** What an answer of the level does, from the lowest level that it speaks of. */
  readonly anchors: readonly string[];
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
        : {
            text: `In “${tip.label}”, an answer one step up does this:`,
            anchor: `Level ${tip.level}: ${tip.anchor}`,
          },
  };
}

function criterionWords({
  label,
  level,
  quote,
  empty,
}: OwnResultText['criteria'][number]): OwnCriterionWords {
  return {
    heading: level === null ? label : `${label}: level ${level.level} of 5, ${level.label}`,
    anchors: (level?.anchors ?? []).map((one) => `Level ${one.level}: ${one.text}`),
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
