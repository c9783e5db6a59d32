import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Deps } from '../../deps.ts';
import { emptyForm, textOf, type FormState } from '../../http/form-state.ts';
import { intakeGone } from '../../http/intake-gone.ts';
import type { PageReply, Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { csvLine } from '../../presentation/csv-line.ts';
import { exportKind } from './export-file.ts';
import { exportsPage } from './exports-page.ts';
import { fileReply } from './file-reply.ts';
import { findChosen } from './find-chosen.ts';
import { intakeOf, loadSetting } from './load-setting.ts';
import { recordExport } from './record-export.ts';
import { REFUSED_FORMAT, refusedFile } from './refused-file.ts';
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

/** Nothing of an intake that the role does not have, rather than something of the running one. */
const ofKnownIntake =
  <Input extends About>(
    asked: (input: Input) => string | undefined,
    handle: (input: Input) => Promise<Reply>,
  ) =>
  async (input: Input): Promise<Reply> =>
    intakeGone(input.requisition, asked(input)) ?? handle(input);

const inQuery = ({ query }: { query: IntakeRequest }) => query.intake;
const inBody = ({ body }: { body: ChosenRequest }) => body.intake;
const inFields = ({ raw }: { raw: RawFields }) => {
  const typed = textOf({ values: raw, problems: [] }, 'intake');
  return typed === '' ? undefined : typed;
};

export function exportHandlers(deps: Deps) {
  const showFor = async (
    { actor, requisition }: About,
    { applicants, intake }: ChosenRequest,
    form: FormState,
  ): Promise<PageReply> => {
    const setting = await loadSetting(deps, actor, requisition, intake);
    const found = await findChosen(deps, setting, applicants);
    const chosen = { ids: applicants, found: found.map(({ label }) => label) };
    return exportsPage({ requisition, intake: setting.intake, total: found.length, chosen, form });
  };

  return {
    show: ofKnownIntake(inQuery, async ({ requisition, query }: About & { query: IntakeRequest }) => {
      const intake = intakeOf(requisition, query.intake);
      const { organisationId, id: requisitionId } = requisition;
      const { rubricVersionId, id: intakeId } = intake;
      const list = { organisationId, requisitionId, intakeId, rubricVersionId };
      const total = await deps.stores.standings.count(list);
      return exportsPage({ requisition, intake, total, chosen: null, form: emptyForm });
    }),

    file: ofKnownIntake(inQuery, async ({ actor, requisition, query }: About & { query: ExportRequest }) => {
      const setting = await loadSetting(deps, actor, requisition, query.intake);
      const reply = await fileReply(deps, setting, query, 'everybody');
      if (typeof reply === 'string') return refusedFile(requisition, query, reply);
      return recordExport(deps, actor, setting, query, 'everybody', reply);
    }),

    showChosen: ofKnownIntake(inBody, (about: About & { body: ChosenRequest }) =>
      showFor(about, about.body, emptyForm),
    ),

    chosenFile: ofKnownIntake(inBody, async (about: About & { body: ChosenFileRequest }) => {
      const { actor, requisition, body } = about;
      const setting = await loadSetting(deps, actor, requisition, body.intake);
      const found = await findChosen(deps, setting, body.applicants);
      const whom = found.map(({ applicantId }) => applicantId);
      const reply = whom.length === 0 ? 'nobody' : await fileReply(deps, setting, body, whom);
      if (typeof reply === 'string') {
        const problems = reply === 'nobody' ? [] : [{ field: 'format', message: REFUSED_FORMAT[reply] }];
        const values = { rows: body.rows, format: body.format };
        return { ...(await showFor(about, body, { values, problems })), status: 422 };
      }
      return recordExport(deps, actor, setting, body, whom, reply);
    }),

    showAgain: ofKnownIntake(
      inFields,
      (about: About & { raw: RawFields; problems: readonly FieldProblem[] }) => {
        const form = { values: about.raw, problems: about.problems };
        const applicants = idsOf(textOf(form, 'applicants'));
        return showFor(about, { applicants, intake: textOf(form, 'intake') }, form);
      },
    ),

    codebook: ofKnownIntake(
      inQuery,
      async ({ actor, requisition, query }: About & { query: CodebookRequest }) => {
        const setting = await loadSetting(deps, actor, requisition, query.intake);
        const { columns } = exportKind(query.rows, setting);
        const lines = columns.map(({ name, meaning }) => csvLine([name, meaning]));
        return {
          kind: 'file',
          fileName: `${query.rows}-codebook.csv`,
          type: 'text/csv',
          text: csvLine(['column', 'meaning']) + lines.join(''),
        };
      },
    ),
  };
}
