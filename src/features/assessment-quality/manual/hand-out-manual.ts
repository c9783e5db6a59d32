import { Readable } from 'node:stream';
import type { Actor } from '../../../core/person/person.ts';
import type { Requisition } from '../../../core/requisition/requisition.ts';
import type { Deps, KeyDeps } from '../../../deps.ts';
import type { RefusedReply, Reply } from '../../../http/reply.ts';
import { staffEvent } from '../../../ops/new-event.ts';
import { loadFonts } from '../../../presentation/document/load-fonts.ts';
import { writePdf } from '../../../presentation/document/write-pdf.ts';
import { writeZip } from '../../../presentation/write-zip.ts';
import { manualContent } from './manual-content.ts';
import { manualFiles } from './manual-files.ts';
import { readManual, type Manual } from './read-manual.ts';

type ManualFile = 'pdf' | 'package';
export type HandOutManual = (actor: Actor, requisition: Requisition, file: ManualFile) => Promise<Reply>;

/** Makes the manual while somebody waits for it: one at a time, because all of its figures are computed afresh. */
export function createHandOutManual(
  deps: Deps,
  { keyVersions }: Pick<KeyDeps, 'keyVersions'>,
): HandOutManual {
  let busy = false;
  return async (actor, requisition, file) => {
    if (busy) return anotherIsMade;
    busy = true;
    try {
      const manual = await readManual({ ...deps, keyVersions }, requisition);
      const reply = await replyWith(deps, manual, file);
      await record(deps, actor, requisition, file);
      return reply;
    } finally {
      busy = false;
    }
  };
}

async function replyWith({ root, clock }: Deps, manual: Manual, file: ManualFile): Promise<Reply> {
  const at = clock();
  if (file === 'pdf') {
    const pieces = await writePdf(manualContent(manual, at), await loadFonts(root));
    return { kind: 'stream', fileName: 'technical-manual.pdf', type: 'application/pdf', pieces };
  }
  const archive = await writeZip(await manualFiles(root, manual, at), at);
  const pieces = Readable.from([archive]);
  return { kind: 'stream', fileName: 'technical-manual.zip', type: 'application/zip', pieces };
}

const record = (deps: Deps, actor: Actor, requisition: Requisition, file: ManualFile): Promise<void> =>
  deps.stores.audit.record(
    staffEvent(actor.personId, {
      type: 'technical-manual-made',
      at: deps.clock(),
      organisationId: requisition.organisationId,
      facts: { requisitionId: requisition.id, file },
    }),
  );

const anotherIsMade: RefusedReply = {
  kind: 'refused',
  status: 503,
  heading: 'Another manual is just being made',
  text: 'All figures of a manual are computed when it is asked for, one manual at a time. Go back and try again in a minute.',
};
