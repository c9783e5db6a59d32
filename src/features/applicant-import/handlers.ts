import type { ApplicantImport, ImportedPerson } from '../../core/applicant/applicant-import.ts';
import type { PersonId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { emptyForm, type FormState } from '../../http/form-state.ts';
import type { UploadedFile } from '../../http/upload.ts';
import { notFound, redirect, type PageReply, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { checkTable } from './check-table.ts';
import { cancelImport, confirmImport } from './decide-import.ts';
import { importPage } from './import-page.ts';
import { importsPage } from './imports-page.ts';
import { importsPath } from './page-frame.ts';
import { tableProblem } from './table-problem.ts';
import { writeRefusedLines } from './write-refused-lines.ts';

const LISTED = 20;
const FIRST_PEOPLE = 5;

interface About {
  readonly actor: Actor;
  readonly requisition: Requisition;
}
type OneImport = About & { readonly params: { readonly importId: string } };

export function importHandlers(deps: Deps) {
  const { applicantImports, applicantImportTexts, people } = deps.stores;

  const nameOf = async ({ organisationId }: Requisition, id: PersonId): Promise<string> =>
    (await people.find(organisationId, id))?.name ?? 'Somebody who has left';

  async function show({ actor, requisition }: About, form: FormState): Promise<PageReply> {
    const { organisationId, id } = requisition;
    const past = await applicantImports.list(organisationId, id, deps.clock(), LISTED);
    const named = await Promise.all(
      past.map(async (one) => ({ one, by: await nameOf(requisition, one.checkedBy) })),
    );
    return importsPage(actor, requisition, named, form);
  }

  const load = ({ requisition, params }: OneImport): Promise<ApplicantImport | null> =>
    applicantImports.find(requisition.organisationId, requisition.id, params.importId, deps.clock());

  async function showOne(about: About, one: ApplicantImport, problem: string | null): Promise<PageReply> {
    const now = deps.clock();
    const waiting = one.state === 'checked' ? await applicantImportTexts.findPeople(one, 0, now) : null;
    const refused = await applicantImportTexts.findRefused(one, 0, now);
    return importPage(about.actor, about.requisition, {
      one,
      by: await nameOf(about.requisition, one.checkedBy),
      firstPeople: firstPeople(one, waiting ?? []),
      refused: refused ?? [],
      mailed: deps.mailer !== null,
      problem,
    });
  }

  async function check(
    input: About & { body: { table: string }; file: UploadedFile | null },
  ): Promise<Reply> {
    const { actor, requisition, body, file } = input;
    const refuse = async (field: 'file' | 'table', message: string, status = 422): Promise<Reply> => ({
      ...(await show(input, { values: body, problems: [{ field, message }] })),
      status,
    });
    const pasted = body.table.trim() !== '';
    if (file === null && !pasted) return refuse('file', 'Choose a file or paste the table below.');
    if (file !== null && pasted)
      return refuse(
        'table',
        'There is a file and a pasted table. Choose the file again and empty this box, or leave the file out.',
      );
    const given = file === null ? { text: body.table } : { bytes: file.bytes };
    const checked = await checkTable(deps, actor, requisition, given);
    if (checked.kind === 'checked') return redirect(`${importsPath(requisition)}/${checked.importId}`);
    return refuse(
      file === null ? 'table' : 'file',
      tableProblem(checked),
      checked.kind === 'not-open' ? 409 : 422,
    );
  }

  async function confirm(input: OneImport): Promise<Reply> {
    const one = await load(input);
    if (one === null) return notFound;
    const outcome = await confirmImport(deps, input.actor, input.requisition, one);
    const here = redirect(`${importsPath(input.requisition)}/${one.id}`);
    switch (outcome) {
      case 'confirmed':
      case 'decided-before':
        return here;
      case 'not-open':
        return {
          ...(await showOne(input, one, 'The role is not open. Open it first, then invite.')),
          status: 409,
        };
      case 'nobody':
        return { ...(await showOne(input, one, 'There is nobody to invite in this table.')), status: 422 };
    }
  }

  async function cancel(input: OneImport): Promise<Reply> {
    const one = await load(input);
    if (one === null) return notFound;
    const outcome = await cancelImport(deps, one);
    if (outcome === 'decided-before') return redirect(`${importsPath(input.requisition)}/${one.id}`);
    return redirect(importsPath(input.requisition), {
      kind: 'ok',
      text: 'The import is cancelled and everything that was read from it is deleted.',
    });
  }

  async function refusedLines(input: OneImport): Promise<Reply> {
    const one = await load(input);
    const text = one === null ? null : await writeRefusedLines(deps, one);
    if (text === null) return notFound;
    return { kind: 'file', fileName: 'refused-lines.csv', type: 'text/csv', text };
  }

  return {
    show: (input: About): Promise<Reply> => show(input, emptyForm),
    check,
    checkAgain: (input: About & { raw: RawFields; problems: readonly FieldProblem[] }): Promise<Reply> =>
      show(input, { values: input.raw, problems: input.problems }),
    async showOne(input: OneImport): Promise<Reply> {
      const one = await load(input);
      return one === null ? notFound : showOne(input, one, null);
    },
    confirm,
    cancel,
    refusedLines,
  };
}

/** Where the encoding was guessed, those whose names tell whether the guess is right come first. */
function firstPeople(
  { table }: ApplicantImport,
  waiting: readonly ImportedPerson[],
): readonly ImportedPerson[] {
  const telling = waiting.filter(({ name }) => table.encoding === 'windows-1252' && /[^ -~]/.test(name));
  return [...new Set([...telling, ...waiting])].slice(0, FIRST_PEOPLE);
}
