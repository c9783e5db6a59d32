import type { ApplicantId } from '../core/kernel/ids.ts';
import type { ApplicantModel } from './applicant-model.ts';
import { isDuplicateKey } from './connection.ts';
import { noteWritten } from './written-events.ts';

interface Document {
  readonly _id: ApplicantId;
  readonly organisationId: string;
  readonly requisitionId: string;
  readonly label: string;
}

/**
 * Inserts those whose id and address are new here, each with its events, and tells which of these ids are stored
 * afterwards: so a second call with the same people changes nothing and answers the same.
 */
export async function inviteMany(
  applicants: ApplicantModel,
  documents: readonly Document[],
  drawLabel: () => string,
): Promise<ReadonlySet<ApplicantId>> {
  let waiting = documents;
  while (waiting.length > 0) {
    const unlabelled = await insertSome(applicants, waiting);
    waiting = unlabelled.map((document) => ({ ...document, label: drawLabel() }));
  }
  noteWritten(applicants);
  const [first] = documents;
  if (first === undefined) return new Set();
  const { organisationId, requisitionId } = first;
  const ids = documents.map(({ _id }) => _id);
  const stored = await applicants
    .find({ organisationId, requisitionId, _id: { $in: ids } }, { _id: 1 })
    .lean<{ _id: ApplicantId }[]>();
  return new Set(stored.map(({ _id }) => _id));
}

/** Returns those whose label somebody holds already. */
async function insertSome(
  applicants: ApplicantModel,
  documents: readonly Document[],
): Promise<readonly Document[]> {
  try {
    await applicants.collection.insertMany(documents as never[], { ordered: false });
    return [];
  } catch (error) {
    const faults = writeErrorsOf(error);
    if (!faults?.every(isDuplicateKey)) throw error;
    return faults.filter(isAboutLabel).flatMap(({ index }) => documents[index] ?? []);
  }
}

interface WriteFault {
  readonly index: number;
  readonly errmsg?: string | undefined;
}

function writeErrorsOf(error: unknown): readonly WriteFault[] | null {
  if (typeof error !== 'object' || error === null || !('writeErrors' in error)) return null;
  return [error.writeErrors].flat() as WriteFault[];
}

/** Only the name of the index counts; the values after it may be anything. */
const isAboutLabel = ({ errmsg = '' }: WriteFault): boolean => / index: \S*label_1 dup key:/.test(errmsg);
