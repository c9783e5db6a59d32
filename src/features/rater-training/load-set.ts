import type { AuthoredCalibration } from '../../content/authored-calibration.ts';
import { calibrationUses, type CalibrationUse } from '../../core/calibration/calibration-use.ts';
import type { RealResponse } from '../../core/calibration/real-response.ts';
import type { LevelAgreement, Writer } from '../../core/calibration/level-agreement.ts';
import type { WrittenResponseItem } from '../../core/item/item.ts';
import type { CriterionId } from '../../core/kernel/ids.ts';
import { currentIntake, type Requisition } from '../../core/requisition/requisition.ts';
import { formUnderRubric } from '../../core/rubric/form-under-rubric.ts';
import type { CalibrationResponse, Criterion, LevelNumber, RubricVersion } from '../../core/rubric/rubric.ts';
import { writtenPrompts } from '../../core/scoring/written-prompts.ts';
import type { Deps, KeyDeps } from '../../deps.ts';

interface KeyLevel {
  readonly level: LevelNumber;
  /** Words of the response that decided it; null where experts gave none. */
  readonly cites: string | null;
  readonly because: string;
}

/** Levels of a response under these anchors, and who stands for them. */
interface ResponseKey {
  readonly source: 'authored' | 'agreed';
  readonly levels: Readonly<Record<CriterionId, KeyLevel>>;
}

export interface SetResponse {
  readonly response: Pick<CalibrationResponse, 'id' | 'itemId' | 'a' | 'b'>;
  /** The applicant who wrote it; null for an authored one. */
  readonly writer: Writer | null;
  readonly prompt: WrittenResponseItem;
  readonly criteria: readonly Criterion[];
  readonly use: CalibrationUse;
  /** Null where nobody has set levels under these anchors. */
  readonly key: ResponseKey | null;
  readonly agreement: LevelAgreement | null;
}

/** The calibration responses of a role under its current anchors. */
export interface CalibrationSet {
  readonly requisition: Requisition;
  readonly rubric: RubricVersion;
  readonly responses: readonly SetResponse[];
}

type SetDeps = Pick<Deps, 'stores'>;
type SetKeys = Pick<KeyDeps, 'calibration' | 'calibrationSets'>;

type Dealt = Pick<SetResponse, 'response' | 'writer' | 'use'> & {
  /** Null where only experts can set levels. */
  readonly authored: CalibrationResponse['levels'] | null;
};

/**
 * Authored responses, then those of applicants of the organisation. Responses whose prompt the role's form does not have
 * are left out; without any there is nothing to train with.
 */
export async function loadSet(
  { stores }: SetDeps,
  keys: SetKeys,
  requisition: Requisition,
): Promise<CalibrationSet> {
  const { organisationId, assessmentId } = requisition;
  const { formVersionId, rubricVersionId } = currentIntake(requisition);
  const [form, rubric] = await Promise.all([
    stores.formVersions.get(organisationId, formVersionId),
    stores.rubrics.getVersion(organisationId, rubricVersionId),
  ]);
  const authored = keys.calibration.find((one) => one.assessmentId === assessmentId);
  const [agreements, real] = await Promise.all([
    keys.calibrationSets.listUnder(organisationId, rubric.anchorHash),
    stores.realResponses.list(organisationId, assessmentId),
  ]);
  const prompts = writtenPrompts(formUnderRubric(form, rubric.criteria));
  const authoredHold = authored?.anchorHash === rubric.anchorHash;
  const dealt = [...dealAuthored(authored?.responses ?? [], authoredHold), ...real.map(dealReal)];
  const responses = dealt.flatMap(({ authored: levels, ...one }): SetResponse[] => {
    const { response } = one;
    const prompt = prompts.find(({ id }) => id === response.itemId);
    if (prompt === undefined) return [];
    const agreement = agreements.find(({ responseId }) => responseId === response.id) ?? null;
    const criteria = prompt.criteria.flatMap(
      ({ criterion }) => rubric.criteria.find(({ id }) => id === criterion) ?? [],
    );
    return [{ ...one, prompt, criteria, key: keyOf(levels, agreement), agreement }];
  });
  return { requisition, rubric, responses };
}

function dealAuthored(responses: AuthoredCalibration['responses'], levelsHold: boolean): readonly Dealt[] {
  const uses = calibrationUses(responses);
  return responses.map((response) => ({
    response,
    writer: null,
    use: uses.get(response.id) ?? 'training',
    authored: levelsHold ? response.levels : null,
  }));
}

const dealReal = ({ requisitionId, applicantId, use, ...response }: RealResponse): Dealt => ({
  response,
  writer: { requisitionId, applicantId },
  use,
  authored: null,
});

function keyOf(authored: Dealt['authored'], agreement: LevelAgreement | null): ResponseKey | null {
  if (agreement?.agreed) return agreedKey(agreement, agreement.agreed);
  return authored === null ? null : { source: 'authored', levels: authored };
}

function agreedKey({ opinions }: LevelAgreement, agreed: NonNullable<LevelAgreement['agreed']>): ResponseKey {
  const because = opinions.map((opinion) => opinion.because).join('\n');
  const levels = Object.entries(agreed).map(([criterion, level]) => [
    criterion,
    { level, cites: null, because },
  ]);
  return { source: 'agreed', levels: Object.fromEntries(levels) as ResponseKey['levels'] };
}

/** Those of one use whose levels experts agreed on: only they certify, and only they are mixed into batches. */
export const agreedFor = ({ responses }: CalibrationSet, use: CalibrationUse): readonly SetResponse[] =>
  responses.filter((one) => one.use === use && one.key?.source === 'agreed');

/** Those to practise on: with levels, whoever set them. */
export const practiceOf = ({ responses }: CalibrationSet): readonly SetResponse[] =>
  responses.filter(({ use, key }) => use === 'training' && key !== null);
