import type { Actor } from '../../core/person/person.ts';
import type { Deps } from '../../deps.ts';
import { emptyForm, type FormState } from '../../http/form-state.ts';
import { notFound, redirect, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { staffEvent } from '../../ops/new-event.ts';
import { findRequest, type FoundRequest } from './find-request.ts';
import { requestPage } from './request-page.ts';

interface About {
  readonly actor: Actor;
  readonly params: { readonly requestId: string };
}

const OVERTAKEN = 'Somebody answered meanwhile. Your words are below, and were not sent.';

export function requestHandlers(deps: Deps) {
  async function show({ actor, params }: About, form: FormState): Promise<Reply> {
    const found = await findRequest(deps, actor, params.requestId);
    return found === null ? notFound : requestPage(found, form, deps.clock());
  }

  /** The answer and its event in one write, once. */
  async function store({ actor }: About, { request }: FoundRequest, text: string): Promise<boolean> {
    const at = deps.clock();
    const { organisationId, requisitionId, applicantId, id: requestId } = request;
    const event = staffEvent(actor.personId, {
      type: 'look-again-answered',
      at,
      organisationId,
      facts: { requisitionId, applicantId, requestId },
    });
    return deps.stores.lookAgains.answer(request, { text, at, by: actor.personId }, [event]);
  }

  return {
    show: (about: About): Promise<Reply> => show(about, emptyForm),

    async answer(input: About & { body: { answer: string } }): Promise<Reply> {
      const found = await findRequest(deps, input.actor, input.params.requestId);
      if (found === null) return notFound;
      if (await store(input, found, input.body.answer)) {
        void deps.relay.soon();
        return redirect('/', { kind: 'ok', text: 'Answered. The candidate reads it by their link.' });
      }
      const problems = [{ field: null, message: OVERTAKEN }];
      const page = await show(input, { values: input.body, problems });
      return page.kind === 'page' ? { ...page, status: 409 } : page;
    },

    answerAgain: (input: About & { raw: RawFields; problems: readonly FieldProblem[] }): Promise<Reply> =>
      show(input, { values: input.raw, problems: input.problems }),
  };
}
