import type { AdjustmentRequest, Grant } from '../../core/adjustment/adjustment-request.ts';
import { shareOfPart } from '../../core/adjustment/preview-grant.ts';
import { findSection } from '../../core/form/find-item.ts';
import type { AdjustmentRequestId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Deps } from '../../deps.ts';
import { emptyForm, type FormState } from '../../http/form-state.ts';
import { notFound, redirect, type Flash, type PageReply, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { newId } from '../../ops/secrets.ts';
import { answerAdjustment } from './answer-adjustment.ts';
import { grantAdjustment, type GrantAdjustment } from './grant-adjustment.ts';
import { keptAnswer } from './kept-answer.ts';
import { loadCase, type Case } from './load-case.ts';
import { requestPage } from './request-page.ts';
import type { Answer, GiveTime } from './requests.ts';
import { grantWordsForStaff, refusalWords } from './words.ts';

interface About {
  readonly actor: Actor;
  readonly params: { readonly requestId: string };
}
interface Loaded {
  readonly request: AdjustmentRequest;
  readonly of: Case;
}

const SENT: Flash = { kind: 'ok', text: 'Sent. The candidate reads it on their page.' };
const NOBODY_READS: Flash = {
  kind: 'warn',
  text: 'Written down. The applicant has withdrawn, and their page no longer shows it.',
};
const MEANWHILE: Flash = {
  kind: 'warn',
  text: 'Somebody else worked on this request meanwhile. Look at it, then go on.',
};

/** One request: time at one press, an answer in words. */
export function requestHandlers(deps: Deps) {
  const { stores } = deps;
  const place = ({ request }: Loaded): string => `/adjustments/requests/${request.id}`;

  async function withRequest(
    { actor, params }: About,
    goOn: (loaded: Loaded) => Promise<Reply>,
  ): Promise<Reply> {
    const id = params.requestId as AdjustmentRequestId;
    const request = await stores.adjustmentRequests.find(actor.organisationId, id);
    const of = request === null ? null : await loadCase(deps, request);
    return request === null || of === null ? notFound : goOn({ request, of });
  }

  async function show({ request, of }: Loaded, form: FormState): Promise<PageReply> {
    const people = await stores.people.list(request.organisationId);
    const task =
      request.taskId === null ? null : await stores.ratingTasks.find(request.organisationId, request.taskId);
    const value = task === null ? null : (of.attempt?.responses[task.itemId]?.value ?? null);
    return requestPage({
      request,
      of,
      response: task === null ? null : keptAnswer(of.form, task.itemId, value),
      form,
      newGrantId: () => newId<string>(),
      names: new Map(people.map(({ id, name }) => [id, name])),
      now: deps.clock(),
    });
  }

  async function refuse(loaded: Loaded, values: RawFields, problem: FieldProblem): Promise<Reply> {
    return { ...(await show(loaded, { values, problems: [problem] })), status: 422 };
  }

  const toReply = (loaded: Loaded, outcome: GrantAdjustment): Reply => {
    const { form } = loaded.of;
    switch (outcome.kind) {
      case 'granted':
        return redirect(place(loaded), flashOf(grantWordsForStaff(form, outcome.grant), outcome.grant));
      case 'granted-before': {
        const text = `This was pressed before: ${grantWordsForStaff(form, outcome.grant)}. Press again here to give more.`;
        return redirect(place(loaded), { kind: 'warn', text });
      }
      case 'refused':
        return redirect(place(loaded), { kind: 'warn', text: refusalWords(outcome.reason) });
      case 'changed-meanwhile':
        return redirect(place(loaded), MEANWHILE);
    }
  };

  return {
    show: (about: About): Promise<Reply> => withRequest(about, (loaded) => show(loaded, emptyForm)),

    giveTime: (input: About & { body: GiveTime }): Promise<Reply> =>
      withRequest(input, async (loaded) => {
        const { grant: id, section: sectionId, give, minutes } = input.body;
        const section = findSection(loaded.of.form, sectionId);
        if (section === null) return notFound;
        const ms = give === 'minutes' ? minutesOf(minutes) : shareOfPart(section, Number(give));
        if (ms === null) {
          const message = 'Enter a whole number of minutes from 1 to 600.';
          return refuse(loaded, { minutes }, { field: `minutes-${sectionId}`, message });
        }
        const wanted = { kind: 'time', id, sectionId, ms } as const;
        return toReply(loaded, await grantAdjustment(deps, input.actor, { ...loaded, wanted }));
      }),

    switchOff: (input: About & { body: { grant: string } }): Promise<Reply> =>
      withRequest(input, async (loaded) => {
        const wanted = { kind: 'no-limit', id: input.body.grant } as const;
        return toReply(loaded, await grantAdjustment(deps, input.actor, { ...loaded, wanted }));
      }),

    answer: (input: About & { body: Answer }): Promise<Reply> =>
      withRequest(input, async (loaded) => {
        const outcome = await answerAdjustment(deps, input.actor, loaded.request, input.body);
        switch (outcome) {
          case 'answered':
            return redirect(place(loaded), loaded.of.withdrawn ? NOBODY_READS : SENT);
          case 'empty': {
            const message = 'Choose an answer, or write one.';
            return refuse(loaded, { ...input.body }, { field: 'text', message });
          }
          case 'granted-before': {
            const message = 'Something was granted already, so this cannot be declined. Answer instead.';
            return refuse(loaded, { ...input.body }, { field: 'text', message });
          }
          case 'changed-meanwhile': {
            const message = 'Somebody else worked on this request meanwhile. Read the log, then send again.';
            const stored = await stores.adjustmentRequests.find(
              loaded.request.organisationId,
              loaded.request.id,
            );
            const fresh = stored === null ? loaded : { ...loaded, request: stored };
            return refuse(fresh, { ...input.body }, { field: 'text', message });
          }
        }
      }),

    again: (input: About & { raw: RawFields; problems: readonly FieldProblem[] }): Promise<Reply> =>
      withRequest(input, (loaded) => show(loaded, { values: input.raw, problems: input.problems })),
  };
}

function minutesOf(text: string): number | null {
  const minutes = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return minutes >= 1 && minutes <= 600 ? minutes * 60_000 : null;
}

const flashOf = (words: string, { outcome }: Grant): Flash => ({
  kind: outcome === 'given' || outcome === 'reopened' || outcome === 'waiting' ? 'ok' : 'warn',
  text: `${words}.`,
});
