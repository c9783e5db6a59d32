import type { Actor } from '../../core/person/person.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';
import type { ExportSetting } from './load-setting.ts';
import type { ExportRequest } from './requests.ts';
import type { Whom } from './walk-portions.ts';

/** Who took which file out, and of whom where it was not the whole intake. */
export function recordExport(
  { clock, stores }: Deps,
  { personId }: Actor,
  { requisition, intake }: ExportSetting,
  { rows, format }: ExportRequest,
  whom: Whom,
): Promise<void> {
  const { organisationId, id: requisitionId } = requisition;
  const of = whom === 'everybody' ? {} : { applicants: whom.length, applicantIds: whom };
  return stores.audit.record(
    staffEvent(personId, {
      type: 'export-begun',
      at: clock(),
      organisationId,
      facts: { requisitionId, intakeId: intake.id, rows, format, ...of },
    }),
  );
}
