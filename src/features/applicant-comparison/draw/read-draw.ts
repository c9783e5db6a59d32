import { IN_THE_RUNNING, isInTheRunning } from '../../../core/applicant/applicant.ts';
import { intakeList } from '../../../core/requisition/intake-list.ts';
import { currentIntake, type Intake, type Requisition } from '../../../core/requisition/requisition.ts';
import { planDraw, type Draw, type DrawPlan } from '../../../core/requisition/draw-places.ts';
import { measureColumn } from '../../../core/scoring/measure-column.ts';
import { sortableColumns } from '../../../core/scoring/shown-columns.ts';
import type { Standing } from '../../../core/scoring/standing.ts';
import type { Deps } from '../../../deps.ts';
import { findPrecision } from '../find-precision.ts';

/** Where the draw of the running intake stands. */
export type DrawState =
  | { readonly kind: 'other-rule' | 'no-band' | 'not-settled' | 'too-many' }
  | { readonly kind: 'drawn'; readonly draw: Draw; readonly stages: ReadonlyMap<string, Standing['stage']> }
  | DrawPlan;

const MOST_READ = 5000;
export const UNSETTLED = ['in-progress', 'waiting-for-rating', 'waiting-for-third'] as const;

export async function readDraw(
  deps: Deps,
  requisition: Requisition,
): Promise<{ readonly intake: Intake; readonly state: DrawState }> {
  const { stores } = deps;
  const { organisationId, id } = requisition;
  const intake = currentIntake(requisition);
  const draw = await stores.draws.find(organisationId, id, intake.id);
  const state = draw === null ? await planFor(deps, requisition, intake) : await drawnState(deps, draw);
  return { intake, state };
}

/** Where those who were drawn stand now, because somebody may have withdrawn since. */
async function drawnState({ stores }: Deps, draw: Draw): Promise<DrawState> {
  const { organisationId, requisitionId, rubricVersionId, order, sure } = draw;
  const ids = [...sure, ...order].map(({ applicantId }) => applicantId);
  const rows = await stores.standings.findMany(organisationId, requisitionId, ids, rubricVersionId);
  return { kind: 'drawn', draw, stages: new Map(rows.map(({ label, stage }) => [label, stage])) };
}

async function planFor(deps: Deps, requisition: Requisition, intake: Intake): Promise<DrawState> {
  const { standings, standingCounts, formVersions, rubrics } = deps.stores;
  const { organisationId } = requisition;
  if (intake.placesRule !== 'draw') return { kind: 'other-rule' };
  const { rubricVersionId, decidingColumn: column } = intake;
  const list = intakeList(requisition, intake);
  const [form, rubric, anybody] = await Promise.all([
    formVersions.get(organisationId, intake.formVersionId),
    rubrics.getVersion(organisationId, rubricVersionId),
    standings.list(list, 1, null),
  ]);
  const precision = await findPrecision(deps, { requisition, intake, form, rubric });
  const known = precision[column];
  if (known === null || !sortableColumns(intake, requisition, precision, anybody[0]).includes(column))
    return { kind: 'no-band' };
  // A draw among people of whom some still write or wait for raters would have to be made again.
  if (await standingCounts.isAnybodyAt(list, IN_THE_RUNNING, UNSETTLED)) return { kind: 'not-settled' };
  const rows = await standings.listByScore(list, column, MOST_READ + 1, null);
  if (rows.length > MOST_READ) return { kind: 'too-many' };
  const people = rows.filter(isInTheRunning).flatMap((row) => {
    const measured = measureColumn(column, row, known);
    return measured === null ? [] : [{ applicantId: row.applicantId, label: row.label, ...measured }];
  });
  return planDraw(people, intake.places);
}
