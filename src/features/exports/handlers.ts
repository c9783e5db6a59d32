import { Readable } from 'node:stream';
import type { Actor } from '../../core/person/person.ts';
import { currentIntake, type Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import type { RefusedReply, Reply } from '../../http/reply.ts';
import { staffEvent } from '../../ops/new-event.ts';
import { csvLine } from '../../presentation/csv-line.ts';
import { exportFile, exportKind } from './export-file.ts';
import { exportWorkbook, MOST_ROWS } from './export-workbook.ts';
import { exportsPage } from './exports-page.ts';
import { loadSetting, type ExportSetting } from './load-setting.ts';
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
      const reply = await fileReply(deps, setting, query);
      if (reply.kind === 'refused') return reply;
      const { rows, format } = query;
      await deps.stores.audit.record(
        staffEvent(actor.personId, {
          type: 'export-begun',
          at: deps.clock(),
          organisationId: requisition.organisationId,
          facts: { requisitionId: requisition.id, intakeId: setting.intake.id, rows, format },
        }),
      );
      return reply;
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

async function fileReply(deps: Deps, setting: ExportSetting, query: ExportRequest): Promise<Reply> {
  const { rows, format } = query;
  const fileName = `${rows}.${format}`;
  if (format !== 'xlsx') {
    const type = format === 'csv' ? 'text/csv' : 'application/json';
    return { kind: 'stream', fileName, type, pieces: exportFile(deps, setting, { ...query, format }) };
  }
  const workbook = await exportWorkbook(deps, setting, rows);
  return workbook === null
    ? tooManyRows(setting.requisition, rows)
    : { kind: 'stream', fileName, type: WORKBOOK, pieces: Readable.from([workbook]) };
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const tooManyRows = ({ id }: Requisition, rows: ExportRows): RefusedReply => ({
  kind: 'refused',
  status: 422,
  heading: 'This is more than a workbook takes',
  text: `There are more than ${MOST_ROWS.toLocaleString('en-GB')} rows. Take the CSV file: it has the same columns and every row, and spreadsheets open it.`,
  actions: [
    { label: 'Export as CSV', href: `/requisitions/${id}/exports/file?rows=${rows}&format=csv` },
    { label: 'Back to the export', href: `/requisitions/${id}/exports` },
  ],
});
