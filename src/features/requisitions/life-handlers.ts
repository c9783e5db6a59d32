import { IN_THE_RUNNING } from '../../core/applicant/applicant.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { redirect, type Flash, type Reply } from '../../http/reply.ts';
import { archivingPage } from './archiving-page.ts';
import { changeLife, type LifeStep } from './change-life.ts';
import { closingPage } from './closing-page.ts';
import { findOpenWork } from './find-open-work.ts';
import { findProgress } from './find-progress.ts';
import { meanwhilePage } from './meanwhile-page.ts';
import { rereadRole } from './read-role.ts';

interface About {
  readonly actor: Actor;
  readonly requisition: Requisition;
}
type Step = About & { readonly body: { readonly rev: number } };

const ok = (text: string): Flash => ({ kind: 'ok', text });
const warn = (text: string): Flash => ({ kind: 'warn', text });

const FLASHES = {
  closed: ok('The role is closed. What was begun goes on.'),
  reopened: ok('The role is open again.'),
  archived: ok('The role is archived. It stands among the archived roles and can only be read.'),
  'not-open': warn('Only an open role can be closed.'),
  'not-closed': warn('Only a closed role can be reopened or archived.'),
  'being-erased': warn('The applicants of this role are being erased. It can be reopened when that is done.'),
} as const;

/** Closing, reopening and archiving, each after a page that says what will happen. */
export function lifeHandlers(deps: Deps) {
  async function showClosing({ actor, requisition }: About): Promise<Reply> {
    if (requisition.state !== 'open') return redirect(overviewOf(requisition));
    const [work, progress] = await Promise.all([
      findOpenWork(deps, requisition),
      findProgress(deps, [requisition], IN_THE_RUNNING),
    ]);
    const { invited, started } = progress.get(requisition.id) ?? { invited: 0, started: 0 };
    return closingPage({ actor, requisition, work, notBegun: invited - started, now: deps.clock() });
  }

  async function showArchiving({ actor, requisition }: About): Promise<Reply> {
    if (requisition.state !== 'closed') return redirect(overviewOf(requisition));
    const work = await findOpenWork(deps, requisition);
    return archivingPage({ actor, requisition, work, now: deps.clock() });
  }

  async function take(step: LifeStep, { actor, requisition, body }: Step): Promise<Reply> {
    const outcome = await changeLife(deps, step, { actor, requisition, rev: body.rev });
    if (outcome === 'changed-meanwhile') {
      return meanwhilePage(actor, await rereadRole(deps, requisition), step);
    }
    if (outcome === 'work-open') {
      const page = await showArchiving({ actor, requisition });
      return page.kind === 'page' ? { ...page, status: 409 } : page;
    }
    return redirect(overviewOf(requisition), FLASHES[outcome]);
  }

  return {
    showClosing,
    showArchiving,
    close: (input: Step): Promise<Reply> => take('close', input),
    reopen: (input: Step): Promise<Reply> => take('reopen', input),
    archive: (input: Step): Promise<Reply> => take('archive', input),
  };
}

const overviewOf = ({ id }: Requisition): string => `/requisitions/${id}`;
