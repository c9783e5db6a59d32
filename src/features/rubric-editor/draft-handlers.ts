import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import { listDifferences } from '../../core/rubric/list-differences.ts';
import type { RubricContent } from '../../core/rubric/rubric.ts';
import type { Deps } from '../../deps.ts';
import type { FormState } from '../../http/form-state.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { beginDraft } from './begin-draft.ts';
import { changeRubric } from './change-rubric.ts';
import { differencesTable } from './differences-table.ts';
import { editorPage, storedEditor, type Overtaken } from './editor-page.ts';
import { loadRubric, type RubricAtWork } from './load-rubric.ts';
import { readDraftForm } from './read-draft-form.ts';
import type { Begin, DraftForm } from './requests.ts';
import { showRubric } from './rubric-handlers.ts';
import { saveDraft } from './save-draft.ts';

interface Base {
  readonly actor: Actor;
  readonly requisition: Requisition;
}

/** Beginning, writing and discarding the draft. */
export function draftHandlers(deps: Deps) {
  const rubricOf = ({ id }: Requisition): string => `/requisitions/${id}/rubric`;

  async function begin({ actor, requisition, body }: Base & { body: Begin }): Promise<Reply> {
    const here = rubricOf(requisition);
    const at = await loadRubric(deps, requisition);
    switch (await beginDraft(deps, actor, at, body)) {
      case 'begun':
        return redirect(`${here}/draft`);
      case 'there-already':
        return redirect(here, {
          kind: 'warn',
          text: 'There is a draft already. Edit or discard it; nothing was changed.',
        });
      case 'changed-meanwhile':
        return redirect(here, {
          kind: 'warn',
          text: 'Somebody changed the rubric meanwhile. Look at it and try again.',
        });
      case 'no-such-role':
        return { ...(await showRubric(deps, { actor, requisition }, notInList(body))), status: 422 };
    }
  }

  async function edit({ actor, requisition }: Base): Promise<Reply> {
    const at = await loadRubric(deps, requisition);
    const { draft, publication } = at.rubric;
    if (draft === null || publication !== null) {
      const text = draft === null ? 'There is no draft. Begin one here.' : UNDER_WAY;
      return redirect(rubricOf(requisition), { kind: 'warn', text });
    }
    return storedEditor(actor, at, draft.content);
  }

  async function save(input: Base & { body: DraftForm }): Promise<Reply> {
    const { actor, requisition, body } = input;
    const at = await loadRubric(deps, requisition);
    const { rev: _rev, ...fields } = body;
    const stored = at.rubric.draft?.content ?? at.current;
    const { content, problems } = readDraftForm(fields, stored, at.form);
    if (problems.length > 0) {
      return { ...editorPage(actor, at, content, { values: fields, problems }), status: 422 };
    }
    const saved = await saveDraft(deps, actor, at, { fields: body, content });
    if (saved.kind === 'saved') {
      if (body['action'] === 'preview') return redirect(`${rubricOf(requisition)}/preview`);
      const kept = `${rubricOf(requisition)}/draft`;
      const text = saved.edit?.kind === 'remove' ? REMOVED : 'Draft saved.';
      return redirect(saved.edit === null ? kept : `${kept}#criteria`, { kind: 'ok', text });
    }
    const now = await loadRubric(deps, requisition);
    const overtaken = overtakenBy(now, content);
    const form = { values: fields, problems: [] };
    return { ...editorPage(actor, now, content, form, overtaken), status: 409 };
  }

  return {
    begin,
    beginAgain: ({ actor, requisition, raw, problems }: Base & Refilled): Promise<Reply> =>
      showRubric(deps, { actor, requisition }, { values: raw, problems }),
    edit,
    save,
    async saveAgain({ actor, requisition, raw, problems }: Base & Refilled): Promise<Reply> {
      const at = await loadRubric(deps, requisition);
      const { content } = readDraftForm(raw, at.rubric.draft?.content ?? at.current, at.form);
      return editorPage(actor, at, content, { values: raw, problems });
    },

    async discard({ actor, requisition, body }: Base & { body: { rev: number } }): Promise<Reply> {
      const rubric = await deps.stores.rubricDrafts.get(requisition);
      const here = rubricOf(requisition);
      if (rubric.draft === null || rubric.publication !== null) {
        return redirect(here, { kind: 'warn', text: 'There is no draft that could be discarded.' });
      }
      const changes = { draft: null };
      const outcome =
        rubric.rev === body.rev
          ? await changeRubric(deps, { actor, rubric, type: 'rubric-draft-discarded', changes })
          : 'changed-meanwhile';
      return outcome === 'changed'
        ? redirect(here, { kind: 'ok', text: 'The draft is discarded. The published version is as it was.' })
        : redirect(here, {
            kind: 'warn',
            text: 'Somebody saved the draft meanwhile, so it was not discarded. Look at it first.',
          });
    },
  };
}

const notInList = ({ source }: Begin): FormState => ({
  values: { source },
  problems: [{ field: 'role', message: 'Choose a role of the list.' }],
});

interface Refilled {
  readonly raw: RawFields;
  readonly problems: readonly FieldProblem[];
}

const REMOVED =
  'Draft saved without that criterion. Until the draft is published it can be brought back below the weights, with its text.';
const UNDER_WAY = 'A change is on its way. The draft can be edited again when it is withdrawn or sent back.';

/** What stands in the store beside what was typed, and what saving again would do. */
function overtakenBy({ rubric, form }: RubricAtWork, typed: RubricContent): Overtaken {
  const { draft, publication } = rubric;
  const kept = 'Nothing you typed was saved, and nothing is lost: it is still in the form.';
  const notice = (heading: string, line: string): Overtaken['notice'] => ({
    look: 'warn',
    heading,
    lines: [kept, line],
    links: [],
  });
  if (publication !== null) {
    return { notice: notice('The draft was sent to be published meanwhile', UNDER_WAY), differences: null };
  }
  if (draft === null) {
    const line = 'Save again to begin a new draft with what you typed.';
    return { notice: notice('The draft was published or discarded meanwhile', line), differences: null };
  }
  return {
    notice: notice(
      'Somebody saved this draft meanwhile',
      'Take over what you want to keep of theirs, then save again: what stands in the form then replaces it.',
    ),
    differences: differencesTable(listDifferences(draft.content, typed), form, {
      id: 'both',
      heading: 'Where the two differ',
      before: 'Stored now',
      after: 'Yours',
      note: null,
    }),
  };
}
