import type { Actor } from '../../core/person/person.ts';
import { currentIntake, type Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import type { Reply } from '../../http/reply.ts';
import { staffEvent } from '../../ops/new-event.ts';
import { csvLine } from '../../presentation/csv-line.ts';
import { exportFile, exportKind } from './export-file.ts';
import { exportsPage } from './exports-page.ts';
import { loadSetting } from './load-setting.ts';
import type { ExportRequest, ExportRows } from './requests.ts';

interface About {
  readonly actor: Actor;
  readonly requisition: Requisition;
}

export function exportHandlers(deps: Deps) {
  return {
    async show({ requisition }: About): Promise<Reply> {
      const intake = currentIntake(requisition);
      const { organisationId, id: requisitionId } = requisition;
      const { rubricVersionId, id: intakeId } = intake;
      const total = await deps.stores.standings.count({
        organisationId,
        requisitionId,
        intakeId,
        rubricVersionId,
      });
      return exportsPage(requisition, total);
    },

    /** Recorded before the first byte leaves, because a file that broke off has been read too. */
    async file({ actor, requisition, query }: About & { query: ExportRequest }): Promise<Reply> {
      const setting = await loadSetting(deps, requisition);
      const { rows, format } = query;
      await deps.stores.audit.record(
        staffEvent(actor.personId, {
          type: 'export-begun',
          at: deps.clock(),
          organisationId: requisition.organisationId,
          facts: { requisitionId: requisition.id, intakeId: setting.intake.id, rows, format },
        }),
      );
      return {
        kind: 'stream',
        fileName: `${rows}.${format}`,
        type: format === 'csv' ? 'text/csv' : 'application/json',
        pieces: exportFile(deps, setting, query),
      };
    },

    async codebook({ requisition, query }: About & { query: { rows: ExportRows } }): Promise<Reply> {
      const { columns } = exportKind(query.rows, await loadSetting(deps, requisition));
      const lines = columns.map(({ name, meaning }) => csvLine([name, meaning]));
      return {
        kind: 'file',
        fileName: `${query.rows}-codebook.csv`,
        type: 'text/csv',
        text: csvLine(['column', 'meaning']) + lines.join(''),
      };
    },
  };
}
