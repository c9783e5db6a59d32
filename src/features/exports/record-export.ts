import type { DomainEvent } from '../../core/kernel/domain-event.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Deps } from '../../deps.ts';
import type { StreamReply } from '../../http/reply.ts';
import { staffEvent } from '../../ops/new-event.ts';
import { newId } from '../../ops/secrets.ts';
import type { ExportSetting } from './load-setting.ts';
import type { ExportRequest } from './requests.ts';
import type { Whom } from './walk-portions.ts';

/**
 * The file, recorded before its first byte leaves, because one that broke off has been read too: who took which, and of
 * whom where it was not the whole intake. At its end a second event says whether it left whole.
 */
export async function recordExport(
  deps: Deps,
  { personId }: Actor,
  { requisition, intake }: ExportSetting,
  { rows, format }: ExportRequest,
  whom: Whom,
  file: StreamReply,
): Promise<StreamReply> {
  const { organisationId, id: requisitionId } = requisition;
  const about = { exportId: newId(), requisitionId, intakeId: intake.id, rows, format };
  const record = (type: string, more: DomainEvent['facts'] = {}): Promise<void> =>
    deps.stores.audit.record(
      staffEvent(personId, { type, at: deps.clock(), organisationId, facts: { ...about, ...more } }),
    );
  await record('export-begun', whom === 'everybody' ? {} : { applicants: whom.length, applicantIds: whom });
  const ended = async (whole: boolean): Promise<void> => {
    if (!whole) deps.logger.warn(about, 'an export broke off');
    try {
      await record(whole ? 'export-ended' : 'export-broken-off');
    } catch (error) {
      deps.logger.error({ err: error, ...about, whole }, 'the end of an export could not be recorded');
    }
  };
  return { ...file, ended };
}
