import type { Actor } from '../../core/person/person.ts';
import { findWords, hideWords } from '../../core/rating/hide-words.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps, KeyDeps } from '../../deps.ts';
import { emptyForm, type FormState } from '../../http/form-state.ts';
import { notFound, redirect, type PageReply, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { staffEvent } from '../../ops/new-event.ts';
import { findOffer, listOffers } from './find-offers.ts';
import { loadSet } from './load-set.ts';
import { putForward } from './put-forward.ts';
import { maskPage, offersPage, realPage } from './real-pages.ts';
import type { MaskFields } from './requests.ts';

interface InRole {
  readonly actor: Actor;
  readonly requisition: Requisition;
}
interface AboutOffer extends InRole {
  readonly params: { readonly taskId: string };
}
interface AboutReal extends InRole {
  readonly params: { readonly responseId: string };
}

const UNREAD = 'Confirm that nothing left in the text tells who wrote it. Read all of it first.';

/** Responses of applicants who agreed: masked by the lead, put forward to the experts, taken out again. */
export function realHandlers(deps: Deps, keys: KeyDeps) {
  const { realResponses } = deps.stores;

  async function showMask(input: AboutOffer, words: string, form: FormState): Promise<PageReply | null> {
    const offer = await findOffer(deps, input.requisition, input.params.taskId);
    if (offer === null) return null;
    const wanted = linesOf(words);
    const text = hideWords(
      offer.text,
      wanted.flatMap((line) => findWords(line, offer.text)),
    );
    return maskPage(input.requisition, offer.task.id, text, form);
  }

  return {
    async list({ requisition }: InRole): Promise<Reply> {
      const [offers, set] = await Promise.all([
        listOffers(deps, requisition),
        loadSet(deps, keys, requisition),
      ]);
      return offersPage(requisition, offers, set);
    },

    async showOffer(input: AboutOffer): Promise<Reply> {
      return (await showMask(input, '', emptyForm)) ?? notFound;
    },

    async putForward(input: AboutOffer & { body: MaskFields }): Promise<Reply> {
      const { actor, requisition, body } = input;
      const offer = await findOffer(deps, requisition, input.params.taskId);
      if (offer === null) return notFound;
      const wanted = linesOf(body.words);
      const missing = wanted.filter((line) => findWords(line, offer.text).length === 0);
      const problems: FieldProblem[] = [];
      if (missing.length > 0) {
        const message = `These words do not stand in the response like that: “${missing.join('”, “')}”. Copy them from it.`;
        problems.push({ field: 'words', message });
      }
      if (body.go === 'put-forward' && body.read === '') problems.push({ field: 'read', message: UNREAD });
      if (problems.length > 0 || body.go === 'show') {
        const page = await showMask(input, body.words, { values: { ...body }, problems });
        return page === null ? notFound : problems.length > 0 ? { ...page, status: 422 } : page;
      }
      const places = wanted.flatMap((line) => findWords(line, offer.text));
      const outcome = await putForward(deps, actor, requisition, offer, hideWords(offer.text, places));
      void deps.relay.soon();
      return redirect(listOf(requisition), SAID[outcome]);
    },

    async putForwardAgain(
      input: AboutOffer & { raw: RawFields; problems: readonly FieldProblem[] },
    ): Promise<Reply> {
      const { raw: values, problems } = input;
      return (await showMask(input, '', { values, problems })) ?? notFound;
    },

    async showReal({ requisition, params }: AboutReal): Promise<Reply> {
      const real = await realResponses.find(requisition.organisationId, requisition.id, params.responseId);
      return real === null ? notFound : realPage(requisition, real);
    },

    /** Also what experts have said of it goes; nothing is certified by it any more. */
    async takeOut({ actor, requisition, params }: AboutReal): Promise<Reply> {
      const { organisationId, id: requisitionId } = requisition;
      const real = await realResponses.find(organisationId, requisitionId, params.responseId);
      if (real === null) return notFound;
      // The response last: where this is cut off, it can be taken out again.
      await keys.calibrationSets.removeOf(organisationId, real, real.id);
      await realResponses.remove(real);
      const facts = { requisitionId, responseId: real.id };
      const happened = { type: 'real-response-taken-out', at: deps.clock(), organisationId, facts };
      await deps.stores.audit.record(staffEvent(actor.personId, happened));
      return redirect(listOf(requisition), { kind: 'ok', text: 'Taken out, with what experts said of it.' });
    },
  };
}

const listOf = ({ id }: Requisition): string => `/requisitions/${id}/rating/real-responses`;

const SAID = {
  'put-forward': { kind: 'ok', text: 'Put forward: experts can give it levels now.' },
  'put-forward-before': {
    kind: 'warn',
    text: 'Somebody put this response forward before: nothing was changed.',
  },
  'taken-back': { kind: 'warn', text: 'The writer has just taken the consent back: nothing was kept.' },
} as const;

const linesOf = (words: string): readonly string[] =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
