import { mayInOrganisation } from '../../core/access/organisation-access.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { emptyForm, type FormState } from '../../http/form-state.ts';
import { redirect, type PageReply, type Reply } from '../../http/reply.ts';
import type { FieldProblem } from '../../http/route.ts';
import { findOpenWork } from './find-open-work.ts';
import { findProgress } from './find-progress.ts';
import { listPage } from './list-page.ts';
import { openRole } from './open-role.ts';
import { overviewPage } from './overview-page.ts';
import { readinessWords } from './readiness-words.ts';
import { readRole, rereadRole } from './read-role.ts';
import type { ListFilter } from './requests.ts';

interface About {
  readonly actor: Actor;
  readonly requisition: Requisition;
}

export function overviewHandlers(deps: Deps) {
  async function show({ actor, requisition }: About, form: FormState): Promise<PageReply> {
    const { organisationId } = actor;
    const [role, progress, tasks, work] = await Promise.all([
      readRole(deps, actor, requisition),
      findProgress(deps, [requisition]),
      deps.stores.ratingTasks.countByState(organisationId, requisition.id),
      requisition.state === 'closed' ? findOpenWork(deps, requisition) : null,
    ]);
    const none = { invited: 0, started: 0, finished: 0, rated: 0 };
    const now = deps.clock();
    return overviewPage({ ...role, progress: progress.get(requisition.id) ?? none, tasks, work, now }, form);
  }

  async function refuse(about: About, status: number, problems: readonly FieldProblem[]): Promise<Reply> {
    const requisition = await rereadRole(deps, about.requisition);
    return { ...(await show({ ...about, requisition }, { values: {}, problems })), status };
  }

  return {
    async list({ actor, query }: { actor: Actor; query: ListFilter }): Promise<Reply> {
      const { organisationId, personId } = actor;
      const { requisitions: store } = deps.stores;
      const archived = query.show === 'archived';
      const requisitions = archived
        ? await store.listArchivedForMember(organisationId, personId)
        : await store.listForMember(organisationId, personId);
      const progress = await findProgress(deps, requisitions);
      const mayCreate = mayInOrganisation(actor, 'create-requisition') === 'allowed';
      return listPage(requisitions, progress, { mayCreate, archived });
    },

    show: (about: About): Promise<Reply> => show(about, emptyForm),

    async open(input: About & { body: { rev: number } }): Promise<Reply> {
      const { actor, requisition, body } = input;
      const outcome = await openRole(deps, actor, requisition, body.rev);
      const here = `/requisitions/${requisition.id}`;
      switch (outcome.kind) {
        case 'opened':
          return redirect(here, { kind: 'ok', text: 'The role is open. You can invite applicants now.' });
        case 'open-already':
          return redirect(here, {
            kind: 'ok',
            text: requisition.state === 'open' ? 'The role is open already.' : 'The role was opened before.',
          });
        case 'changed-meanwhile':
          return refuse(input, 409, [
            { field: null, message: 'Somebody changed this role meanwhile. Look at it again, then open it.' },
          ]);
        case 'not-ready':
          return refuse(
            input,
            422,
            outcome.missing.map((lack, index) => ({
              field: `missing-${index + 1}`,
              message: readinessWords(requisition.id, lack).text,
            })),
          );
      }
    },
  };
}
