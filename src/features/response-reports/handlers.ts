import type { RatingTaskId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import { findWords, type HiddenWords } from '../../core/rating/hide-words.ts';
import type { ResponseReport } from '../../core/rating/response-report.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { emptyForm, type FormState } from '../../http/form-state.ts';
import { notFound, redirect, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { staffEvent } from '../../ops/new-event.ts';
import { findRisk, findText } from './find-report.ts';
import { hidingPage } from './hiding-page.ts';
import { riskPage } from './risk-page.ts';

interface AboutRisk {
  readonly actor: Actor;
  readonly params: { readonly taskId: string };
}
interface AboutHiding extends AboutRisk {
  readonly requisition: Requisition;
}

export function reportHandlers(deps: Deps) {
  /** Closes a report and tells the trail, in one write; no word of the response is in either. */
  async function close(actor: Actor, report: ResponseReport, type: string, hidden: readonly HiddenWords[]) {
    const { organisationId, requisitionId, applicantId, taskId } = report;
    const at = deps.clock();
    const facts = { requisitionId, applicantId, taskId };
    const event = staffEvent(actor.personId, { type, at, organisationId, facts });
    const done = await deps.stores.responseReports.close(report, { by: actor.personId, at }, hidden, [event]);
    if (done) void deps.relay.soon();
    return done;
  }

  async function findHiding({ requisition, params }: AboutHiding) {
    const taskId = params.taskId as RatingTaskId;
    const report = await deps.stores.responseReports.findOfTask(
      requisition.organisationId,
      taskId,
      'identifies',
    );
    const text = report?.requisitionId === requisition.id ? await findText(deps, report) : null;
    return report === null || text === null ? null : { report, text };
  }

  async function showHiding(input: AboutHiding, form: FormState): Promise<Reply> {
    const found = await findHiding(input);
    return found === null ? notFound : hidingPage({ ...found, requisition: input.requisition, form });
  }

  return {
    async showRisk({ actor, params }: AboutRisk): Promise<Reply> {
      const found = await findRisk(deps, actor, params.taskId);
      return found === null ? notFound : riskPage(found);
    },

    async closeRisk({ actor, params }: AboutRisk): Promise<Reply> {
      const found = await findRisk(deps, actor, params.taskId);
      if (found === null) return notFound;
      const closed = await close(actor, found.report, 'risk-seen-to', []);
      return redirect(
        '/',
        closed
          ? { kind: 'ok', text: 'Recorded: you have seen to it.' }
          : { kind: 'warn', text: 'Somebody else has seen to it already.' },
      );
    },

    showHiding: (input: AboutHiding): Promise<Reply> => showHiding(input, emptyForm),

    async hide(input: AboutHiding & { body: { words: string } }): Promise<Reply> {
      const found = await findHiding(input);
      if (found === null) return notFound;
      const lines = input.body.words.split('\n').map((line) => line.trim());
      const wanted = lines.filter((line) => line !== '');
      const missing = wanted.filter((line) => findWords(line, found.text).length === 0);
      if (missing.length > 0) {
        const message = `These words do not stand in the response like that: “${missing.join('”, “')}”. Copy them from it.`;
        const page = await showHiding(input, {
          values: input.body,
          problems: [{ field: 'words', message }],
        });
        return page.kind === 'page' ? { ...page, status: 422 } : page;
      }
      const hidden = wanted.flatMap((line) => findWords(line, found.text));
      const closed = await close(input.actor, found.report, 'response-words-hidden', [
        ...found.report.hidden,
        ...hidden,
      ]);
      const text = hidden.length === 0 ? 'Nothing is hidden.' : 'Raters no longer read those words.';
      return redirect(
        `/requisitions/${input.requisition.id}/rating/decisions`,
        closed ? { kind: 'ok', text } : { kind: 'warn', text: 'Somebody else has looked at it already.' },
      );
    },

    hideAgain: (input: AboutHiding & { raw: RawFields; problems: readonly FieldProblem[] }) =>
      showHiding(input, { values: input.raw, problems: input.problems }),
  };
}
