import type { Standing } from '../../core/scoring/standing.ts';
import type { Deps } from '../../deps.ts';
import { loadFonts } from '../../presentation/document/load-fonts.ts';
import { writePdf } from '../../presentation/document/write-pdf.ts';
import { applicantsDocument } from './applicants-document.ts';
import type { ExportSetting } from './load-setting.ts';
import { walkPortions, type Whom } from './walk-portions.ts';

/** Nobody reads more pages than that on paper; above it people take another format. */
export const MOST_PRINTED = 500;

/** The table of applicants as PDF, or null where there are more than it takes. */
export async function exportPdf(
  deps: Deps,
  setting: ExportSetting,
  whom: Whom,
): Promise<AsyncIterable<Uint8Array> | null> {
  const standings: Standing[] = [];
  for await (const portion of walkPortions(deps, setting, 'applicants', whom)) {
    standings.push(...portion.standings);
    if (standings.length > MOST_PRINTED) return null;
  }
  return writePdf(applicantsDocument(setting, standings, whom, deps.clock()), await loadFonts(deps.root));
}
