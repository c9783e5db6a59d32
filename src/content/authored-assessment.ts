import type { AuthoredAbout, AuthoredBlueprint, AuthoredForm } from './form-shapes.ts';
import type { AuthoredItem } from './item-shape.ts';
import type { AuthoredKeys, PlanningPrecision } from './key-shapes.ts';
import type { ReadFile } from './read-yaml.ts';
import type { AuthoredCalibration, AuthoredExamples, AuthoredRubric } from './rubric-shapes.ts';

/** One folder of `assessments/`, read: every file has its shape. Holds keys, so it reaches no feature. */
export interface AuthoredAssessment {
  readonly folder: string;
  readonly about: ReadFile<AuthoredAbout>;
  readonly form: ReadFile<AuthoredForm>;
  readonly blueprint: ReadFile<AuthoredBlueprint>;
  readonly keys: ReadFile<AuthoredKeys>;
  readonly rubric: ReadFile<AuthoredRubric>;
  readonly precision: ReadFile<PlanningPrecision>;
  /** By file name. */
  readonly items: readonly ReadFile<AuthoredItem>[];
  readonly examples: readonly ReadFile<AuthoredExamples>[];
  readonly calibration: readonly ReadFile<AuthoredCalibration>[];
}
