import { setImmediate as untilNextTurn } from 'node:timers/promises';
import type { ImportedPerson, NotedLine, RefusedLine } from '../../core/applicant/applicant-import.ts';
import type { TableColumns } from '../../core/applicant/table/find-columns.ts';
import { readTable, type TableEntry } from '../../core/applicant/table/read-table.ts';
import type { ApplicantId } from '../../core/kernel/ids.ts';
import { newId } from '../../ops/secrets.ts';

export const MOST_LINES = 10_000;
/** After so long others get their turn. */
const SLICE_MS = 10;

export interface GatheredLines {
  readonly people: readonly ImportedPerson[];
  readonly refused: readonly RefusedLine[];
  readonly twice: readonly NotedLine[];
}

/** Reads the whole table in slices, so that no other request waits for it. */
export async function gatherLines(text: string, columns: TableColumns): Promise<GatheredLines | 'too-many'> {
  const lines = { people: [], refused: [], twice: [] };
  let count = 0;
  let sliceEnd = performance.now() + SLICE_MS;
  for (const entry of readTable(text, columns)) {
    if (entry.kind !== 'skipped') count += 1;
    if (count > MOST_LINES) return 'too-many';
    keep(lines, entry);
    if (performance.now() < sliceEnd) continue;
    await untilNextTurn();
    sliceEnd = performance.now() + SLICE_MS;
  }
  return lines;
}

interface Growing {
  readonly people: ImportedPerson[];
  readonly refused: RefusedLine[];
  readonly twice: NotedLine[];
}

function keep({ people, refused, twice }: Growing, entry: TableEntry): void {
  const { line } = entry;
  switch (entry.kind) {
    case 'skipped':
      return;
    case 'person':
      people.push({ line, id: newId<ApplicantId>(), invitationId: newId(), ...entry.texts });
      return;
    case 'refused':
      refused.push({ line, ...entry.problem, ...entry.texts, raw: entry.raw });
      return;
    case 'twice':
      twice.push({ line, kind: 'twice', field: 'email', firstLine: entry.firstLine });
  }
}
