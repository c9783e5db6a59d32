import { Readable } from 'node:stream';
import type { Deps } from '../../deps.ts';
import type { StreamReply } from '../../http/reply.ts';
import { exportFile } from './export-file.ts';
import { exportPdf } from './export-pdf.ts';
import { exportWorkbook } from './export-workbook.ts';
import type { ExportSetting } from './load-setting.ts';
import type { FileRefusal } from './refused-file.ts';
import type { ExportRequest } from './requests.ts';
import type { Whom } from './walk-portions.ts';

/** The file in pieces, or why there is none of that kind. */
export async function fileReply(
  deps: Deps,
  setting: ExportSetting,
  request: ExportRequest,
  whom: Whom,
): Promise<StreamReply | FileRefusal> {
  const { rows, format } = request;
  const file = { kind: 'stream', fileName: `${rows}.${format}` } as const;
  switch (format) {
    case 'csv':
    case 'json': {
      const type = format === 'csv' ? 'text/csv' : 'application/json';
      return { ...file, type, pieces: exportFile(deps, setting, { ...request, format }, whom) };
    }
    case 'xlsx': {
      const workbook = await exportWorkbook(deps, setting, rows, whom);
      if (workbook === null) return 'workbook-too-large';
      return { ...file, type: WORKBOOK, pieces: Readable.from([workbook]) };
    }
    case 'pdf': {
      if (rows !== 'applicants') return 'pdf-of-applicants-only';
      const pieces = await exportPdf(deps, setting, whom);
      return pieces === null ? 'pdf-too-large' : { ...file, type: 'application/pdf', pieces };
    }
  }
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
