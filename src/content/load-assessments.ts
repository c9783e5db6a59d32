import { existsSync, readdirSync } from 'node:fs';
import type { AuthoredAssessment } from './authored-assessment.ts';
import { checkBlueprint } from './check-blueprint.ts';
import { checkCalibration } from './check-calibration.ts';
import { checkExamples } from './check-examples.ts';
import { checkForm } from './check-form.ts';
import { checkItems } from './check-items.ts';
import { checkKeys } from './check-keys.ts';
import { checkRubricFiles } from './check-rubric-files.ts';
import type { ContentProblem } from './content-problem.ts';
import { readAssessment } from './read-assessment.ts';

export type LoadedAssessments =
  | { readonly kind: 'loaded'; readonly shelf: readonly AuthoredAssessment[] }
  | { readonly kind: 'refused'; readonly problems: readonly ContentProblem[] };

/** Reads the shelf and holds its files against each other. One problem anywhere and nothing is loaded. */
export function loadAssessments(root: string): LoadedAssessments {
  const folders = existsSync(root)
    ? readdirSync(root, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
    : [];
  if (folders.length === 0) return { kind: 'refused', problems: [emptyShelf] };
  const loaded = folders.sort().map((folder) => readAssessment(root, folder));
  const shelf = loaded.flatMap((one) => (one.kind === 'read' ? [one.assessment] : []));
  const problems = [
    ...loaded.flatMap((one) => (one.kind === 'refused' ? one.problems : [])),
    ...shelf.flatMap(checkAcrossFiles),
  ];
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'loaded', shelf };
}

const emptyShelf: ContentProblem = {
  file: '',
  line: 1,
  what: 'There is no assessment.',
  remedy: 'Restore the folder assessments/ of the release.',
};

const checkAcrossFiles = (assessment: AuthoredAssessment): readonly ContentProblem[] =>
  [
    checkForm,
    checkItems,
    checkBlueprint,
    checkKeys,
    checkRubricFiles,
    checkExamples,
    checkCalibration,
  ].flatMap((check) => check(assessment));
