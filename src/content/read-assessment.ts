import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { AuthoredAssessment } from './authored-assessment.ts';
import type { ContentProblem } from './content-problem.ts';
import { AssessmentShape, BlueprintShape, FormShape } from './form-shapes.ts';
import { ItemShape } from './item-shape.ts';
import { KeysShape, PrecisionShape } from './key-shapes.ts';
import { readYaml, type ReadFile, type ReadYaml } from './read-yaml.ts';
import { CalibrationShape, ExamplesShape, RubricShape } from './rubric-shapes.ts';

type ReadAssessment =
  | { readonly kind: 'read'; readonly assessment: AuthoredAssessment }
  | { readonly kind: 'refused'; readonly problems: readonly ContentProblem[] };

/** Reads every file of one assessment, and names all problems of all files at once. */
export function readAssessment(root: string, folder: string): ReadAssessment {
  const about = readYaml(root, `${folder}/assessment.yaml`, AssessmentShape);
  const form = readYaml(root, `${folder}/form.yaml`, FormShape);
  const blueprint = readYaml(root, `${folder}/blueprint.yaml`, BlueprintShape);
  const keys = readYaml(root, `${folder}/keys.yaml`, KeysShape);
  const rubric = readYaml(root, `${folder}/rubric.yaml`, RubricShape);
  const precision = readYaml(root, `${folder}/precision.yaml`, PrecisionShape);
  const items = readFolder(root, `${folder}/items`, ItemShape);
  const examples = readFolder(root, `${folder}/examples`, ExamplesShape);
  const calibration = readFolder(root, `${folder}/calibration`, CalibrationShape);

  const files = [about, form, blueprint, keys, rubric, precision, ...items, ...examples, ...calibration];
  const problems = files.flatMap((file) => (file.kind === 'refused' ? file.problems : []));
  if (problems.length > 0) return { kind: 'refused', problems };
  return {
    kind: 'read',
    assessment: {
      folder,
      about: content(about),
      form: content(form),
      blueprint: content(blueprint),
      keys: content(keys),
      rubric: content(rubric),
      precision: content(precision),
      items: items.map(content),
      examples: examples.map(content),
      calibration: calibration.map(content),
    },
  };
}

function readFolder<Shape extends z.ZodType>(
  root: string,
  folder: string,
  shape: Shape,
): ReadYaml<z.output<Shape>>[] {
  const path = join(root, folder);
  const names = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith('.yaml')) : [];
  return names.sort().map((name) => readYaml(root, `${folder}/${name}`, shape));
}

function content<T>(file: ReadYaml<T>): ReadFile<T> {
  if (file.kind === 'refused') throw new Error('a refused file has no content');
  return file.read;
}
