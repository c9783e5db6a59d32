import { ownResults } from '../../../core/decision/own-results.ts';
import type { OwnResultText } from '../../../core/decision/release-results.ts';
import { writtenPrompts } from '../../../core/scoring/written-prompts.ts';
import { quotesOf } from '../../../presentation/quotes-of.ts';
import { readResponse } from '../../../presentation/read-response.ts';
import type { Report } from '../read-report.ts';

/** What the applicant would read now, from the same data as the report: levels, anchors and their own marked words. */
export function resultText(report: Report): OwnResultText {
  const { rubric, standing, form } = report;
  const { criteria, tip } = ownResults(rubric.criteria, standing.criteria);
  const responses = writtenPrompts(form).map((prompt) => readResponse(report, prompt, rubric));
  return {
    criteria: criteria.map(({ criterion, label, level, rated, empty }) => {
      const sign = `${rubric.criteria.findIndex(({ id }) => id === criterion) + 1}`;
      const quote = responses.flatMap((response) => quotesOf(response, sign))[0] ?? null;
      return { label, level, rated, empty, quote: level === null ? null : quote };
    }),
    tip: tip === null ? null : { label: tip.label, level: tip.level, anchor: tip.anchor },
  };
}
