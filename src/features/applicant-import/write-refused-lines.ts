import type { ApplicantImport } from '../../core/applicant/applicant-import.ts';
import type { Deps } from '../../deps.ts';
import { csvLine } from '../../presentation/csv-line.ts';
import { problemWords } from './problem-words.ts';

/** With it spreadsheets read the file as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The refused lines as a table that can be corrected and sent again; null when the day they are kept is over. */
export async function writeRefusedLines(
  { stores, clock }: Pick<Deps, 'stores' | 'clock'>,
  of: ApplicantImport,
): Promise<string | null> {
  const parts: string[] = [];
  for (let number = 0; ; number += 1) {
    const lines = await stores.applicantImportTexts.findRefused(of, number, clock());
    if (lines === null) break;
    parts.push(
      ...lines.map(({ email, name, reference, line, kind, raw }) =>
        csvLine([email, name, reference, String(line), problemWords({ kind, firstLine: null }), raw ?? '']),
      ),
    );
  }
  if (parts.length === 0) return null;
  return `${BYTE_ORDER_MARK}${csvLine(['email', 'name', 'reference', 'line', 'problem', 'text'])}${parts.join('')}`;
}
