import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Deps } from '../../deps.ts';
import { emptyForm, textOf, type FormState } from '../../http/form-state.ts';
import type { PageReply, Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { csvLine } from '../../presentation/csv-line.ts';
import { exportKind } from './export-file.ts';
import { exportsPage } from './exports-page.ts';
import { fileReply, workbookTooLarge } from './file-reply.ts';
import { findChosen } from './find-chosen.ts';
import { intakeOf, loadSetting } from './load-setting.ts';
import { recordExport } from './record-export.ts';
import {
  idsOf,
  type ChosenFileRequest,
  type ChosenRequest,
  type CodebookRequest,
  type ExportRequest,
  type IntakeRequest,
} from './requests.ts';

interface About {
  readonly actor: Actor;
  readonly requisition: Requisition;
}

export function exportHandlers(deps: Deps) {
  const showFor = async (
    { requisition }: About,
    { applicants, intake }: ChosenRequest,
    form: FormState,
  ): Promise<PageReply> => {
    const setting = await loadSetting(deps, requisition, intake);
    const found = await findChosen(deps, setting, applicants);
    const chosen = { ids: applicants, found: found.map(({ label }) => label) };
    return exportsPage({ requisition, intake: setting.intake, total: found.length, chosen, form });
  };

  return {
    async show({ requisition, query }: About & { query: IntakeRequest }): Promise<Reply> {
      const intake = intakeOf(requisition, query.intake);
      const { organisationId, id: requisitionId } = requisition;
      const { rubricVersionId, id: intakeId } = intake;
      const list = { organisationId, requisitionId, intakeId, rubricVersionId };
      const total = await deps.stores.standings.count(list);
      return exportsPage({ requisition, intake, total, chosen: null, form: emptyForm });
    },

    /** Recorded before the first byte leaves, because a file that broke off has been read too. */
    async file({ actor, requisition, query }: About & { query: ExportRequest }): Promise<Reply> {
      const setting = await loadSetting(deps, requisition, query.intake);
      const reply = await fileReply(deps, setting, query, 'everybody');
      if (reply === 'too-large') return workbookTooLarge(requisition, query);
      await recordExport(deps, actor, setting, query, 'everybody');
      return reply;
    },

    showChosen: (about: About & { body: ChosenRequest }): Promise<Reply> =>
      showFor(about, about.body, emptyForm),

    async chosenFile(about: About & { body: ChosenFileRequest }): Promise<Reply> {
      const { actor, requisition, body } = about;
      const setting = await loadSetting(deps, requisition, body.intake);
      const found = await findChosen(deps, setting, body.applicants);
      const whom = found.map(({ applicantId }) => applicantId);
      const reply = whom.length === 0 ? 'nobody' : await fileReply(deps, setting, body, whom);
      if (reply === 'nobody' || reply === 'too-large') {
        const problems = reply === 'nobody' ? [] : [{ field: 'format', message: TOO_LARGE }];
        const values = { rows: body.rows, format: body.format };
        return { ...(await showFor(about, body, { values, problems })), status: 422 };
      }
      await recordExport(deps, actor, setting, body, whom);
      return reply;
    },

    showAgain(about: About & { raw: RawFields; problems: readonly FieldProblem[] }): Promise<Reply> {
      const form = { values: about.raw, problems: about.problems };
      const applicants = idsOf(textOf(form, 'applicants'));
      return showFor(about, { applicants, intake: textOf(form, 'intake') }, form);
    },

    async codebook({ requisition, query }: About & { query: CodebookRequest }): Promise<Reply> {
      const setting = await loadSetting(deps, requisition, query.intake);
      const { columns } = exportKind(query.rows, setting);
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

const TOO_LARGE = 'A workbook takes 10,000 rows and this is more: take CSV, which has the same columns.';
