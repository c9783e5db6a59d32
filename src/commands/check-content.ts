import type { AuthoredAssessment } from '../content/authored-assessment.ts';
import { calibrationResponses } from '../content/calibration-responses.ts';
import { describeProblem } from '../content/content-problem.ts';
import { keyedForms } from '../content/keyed-forms.ts';
import { loadAssessments } from '../content/load-assessments.ts';
import { readReview } from '../content/read-review.ts';
import { readSimulationTexts } from '../content/simulation-texts.ts';
import { checkAssessment } from '../core/content-checks/check-assessment.ts';
import { checkCalibrationResponses } from '../core/content-checks/check-calibration.ts';
import type { Finding } from '../core/content-checks/finding.ts';

const ROOT = 'assessments';

/** `npm run check`: everything that can be measured about the authored content, with its limit. */
function checkContent(): { lines: readonly string[]; failed: number } {
  const loaded = loadAssessments(ROOT);
  if (loaded.kind === 'refused') {
    return { lines: loaded.problems.map(describeProblem), failed: loaded.problems.length };
  }
  const results = loaded.shelf.map(checkOne);
  const lines = results.flatMap(({ id, findings, problems }) => [
    ...problems.map(describeProblem),
    ...findings.filter(({ ok, about }) => !ok || about === null).map((finding) => describe(id, finding)),
    `${id}: ${findings.length} values measured, ${findings.filter(({ ok }) => !ok).length} outside their limits`,
  ]);
  const failed = results.flatMap(({ findings, problems }) => [
    ...problems,
    ...findings.filter(({ ok }) => !ok),
  ]);
  return { lines, failed: failed.length };
}

function checkOne(assessment: AuthoredAssessment) {
  const { id } = assessment.about.value;
  const review = readReview(ROOT, id);
  const simulated = readSimulationTexts(ROOT, id);
  const problems = [review, simulated].flatMap((file) => (file.kind === 'refused' ? file.problems : []));
  const reviewed = review.kind === 'refused' ? [] : review.read.value;
  const pool = simulated.kind === 'refused' ? [] : Object.entries(simulated.texts);
  const findings = keyedForms([assessment]).flatMap(({ form, key, rubric }) => [
    ...checkAssessment({ form, key, rubric, reviewed }),
    ...checkCalibrationResponses(form, [...calibrationResponses(assessment).values()].flat(), [
      ...rubric.examples,
      ...pool.flatMap(([itemId, texts]) => (texts ?? []).map((text) => ({ ...text, itemId }))),
    ]),
  ]);
  return { id, findings, problems };
}

/** Values of single items are printed when they fail; those of a whole form always. */
function describe(id: string, { ok, check, about, where, measured, limit }: Finding): string {
  const file = `${ROOT}/${id}/${fileOf(where, about)}`;
  return `${ok ? 'ok  ' : 'FAIL'} ${file}: ${about === null ? '' : `${about}, `}${check}: ${measured} (${limit})`;
}

function fileOf(where: Finding['where'], about: string | null): string {
  switch (where) {
    case 'item':
      return `items/${about ?? ''}.yaml`;
    case 'examples':
    case 'calibration':
      return about === null ? `${where}/` : `${where}/${about}.yaml`;
    case 'key':
      return 'keys.yaml';
    case 'rubric':
    case 'review':
    case 'form':
      return `${where}.yaml`;
  }
}

const { lines, failed } = checkContent();
process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = failed === 0 ? 0 : 1;
