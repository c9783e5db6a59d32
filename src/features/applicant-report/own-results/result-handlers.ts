import type { ApplicantId } from '../../../core/kernel/ids.ts';
import type { Actor } from '../../../core/person/person.ts';
import type { Requisition } from '../../../core/requisition/requisition.ts';
import type { Deps } from '../../../deps.ts';
import { emptyForm, type FormState } from '../../../http/form-state.ts';
import { notFound, redirect, type Reply } from '../../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../../http/route.ts';
import { notYet } from '../not-yet.ts';
import { readReport } from '../read-report.ts';
import { prepareRelease, releaseResults, type Released } from './release-results.ts';
import { resultPage } from './result-page.ts';
import type { ReleaseForm } from './result-requests.ts';

interface About {
  readonly actor: Actor;
  readonly requisition: Requisition;
  readonly params: { readonly applicantId: ApplicantId };
}

const REFUSALS: Readonly<Record<Exclude<Released, 'released'>, FieldProblem>> = {
  'correction-missing': {
    field: 'correction',
    message: 'Write why it is corrected. The applicant reads it.',
  },
  'changed-meanwhile': {
    field: null,
    message:
      'Something changed while you were reading, and nothing was released. Read below what is there now.',
  },
  'nothing-new': { field: null, message: 'This was released before, and nothing has changed since.' },
  withdrawn: { field: null, message: 'The applicant has withdrawn. Nothing is released.' },
  'not-decided': { field: null, message: 'Nothing is decided yet. Results follow the decision.' },
  'not-rated': { field: null, message: 'Not everything is rated yet.' },
};

export function resultHandlers(deps: Deps) {
  async function prepare({ actor, requisition, params }: About) {
    const outcome = await readReport(deps, actor, requisition, params.applicantId, 'own-results-previewed');
    if (outcome.kind !== 'read')
      return outcome.kind === 'absent' ? notFound : notYet(requisition, params.applicantId);
    return { kind: 'prepared' as const, release: await prepareRelease(deps, outcome.report) };
  }

  async function show(about: About, form: FormState): Promise<Reply> {
    const prepared = await prepare(about);
    return prepared.kind === 'prepared' ? resultPage(prepared.release, form) : prepared;
  }

  return {
    show: (about: About): Promise<Reply> => show(about, emptyForm),

    async release(input: About & { body: ReleaseForm }): Promise<Reply> {
      const prepared = await prepare(input);
      if (prepared.kind !== 'prepared') return prepared;
      const outcome = await releaseResults(deps, input.actor, prepared.release, input.body);
      if (outcome !== 'released') {
        const form = { values: input.body, problems: [REFUSALS[outcome]] };
        const page = await show(input, form);
        return page.kind === 'page'
          ? { ...page, status: outcome === 'correction-missing' ? 422 : 409 }
          : page;
      }
      const { requisition, params } = input;
      return redirect(`/requisitions/${requisition.id}/applicants/${params.applicantId}/own-results`, {
        kind: 'ok',
        text: 'Released. The applicant reads it on the page behind their link.',
      });
    },

    releaseAgain: (input: About & { raw: RawFields; problems: readonly FieldProblem[] }): Promise<Reply> =>
      show(input, { values: input.raw, problems: input.problems }),
  };
}
