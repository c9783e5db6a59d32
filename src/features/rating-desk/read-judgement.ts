import { checkJudgement, type JudgementProblem } from '../../core/rating/check-judgement.ts';
import { findQuote } from '../../core/rating/find-quote.ts';
import type { MaskedResponse } from '../../core/rating/masked-response.ts';
import type { Judgement, Span } from '../../core/rating/rating-task.ts';
import type { CriterionId } from '../../core/kernel/ids.ts';
import type { FieldProblem } from '../../http/route.ts';
import { levelsOfForm } from './levels-of-form.ts';
import type { SaveRating } from './requests.ts';

type Read =
  | { readonly kind: 'read'; readonly judgement: Judgement }
  | { readonly kind: 'refused'; readonly problems: readonly FieldProblem[] };

/**
 * A rater's form as a judgement, half-finished or whole. Quoted words are one quote a line and become places in the
 * text; words that are not the writer's are refused and stay in the box.
 */
export function readJudgement(
  fields: SaveRating,
  criteria: readonly CriterionId[],
  response: MaskedResponse,
): Read {
  const quotes = criteria.map((criterion) => readQuotes(criterion, textOf(fields, criterion), response));
  const unratable = fields.unratable === '' ? null : fields.unratable;
  const judgement: Judgement = {
    levels: unratable === null ? levelsOfForm(fields) : {},
    unratable,
    spans: quotes.flatMap(({ spans }) => spans),
    reason: fields.reason === '' ? null : fields.reason,
  };
  const problems = [
    ...quotes.flatMap((quote) => quote.problems),
    ...checkJudgement(judgement, criteria, response).flatMap(toFieldProblem),
  ];
  return problems.length === 0 ? { kind: 'read', judgement } : { kind: 'refused', problems };
}

const textOf = (fields: SaveRating, criterion: CriterionId): string => fields[`quote-${criterion}`] ?? '';

function readQuotes(
  criterion: CriterionId,
  text: string,
  response: MaskedResponse,
): { readonly spans: readonly Span[]; readonly problems: readonly FieldProblem[] } {
  const spans: Span[] = [];
  const problems: FieldProblem[] = [];
  for (const line of text.split('\n').map(withoutQuotationMarks)) {
    if (line === '') continue;
    const place = findQuote(line, response);
    if (place !== null) spans.push({ criterion, ...place });
    else
      problems.push({
        field: `quote-${criterion}`,
        message: `Not in the response: “${line}”. Copy words as they stand.`,
      });
  }
  return { spans, problems };
}

const withoutQuotationMarks = (line: string): string => line.trim().replace(/^[“"](.+)[”"]$/u, '$1');

/** A missing level only keeps the batch from being handed in; a draft may miss it. */
function toFieldProblem(problem: JudgementProblem): readonly FieldProblem[] {
  switch (problem.kind) {
    case 'level-missing':
    case 'levels-of-unratable':
      return [];
    case 'level-off-scale':
      return [{ field: `level-${problem.criterion}`, message: 'Choose a level from 1 to 5.' }];
    case 'unknown-criterion':
    case 'span-outside':
      return [
        {
          field: null,
          message: 'This page does not fit the response any more. Open it again from the list.',
        },
      ];
  }
}
