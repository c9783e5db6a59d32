import type { Attempt } from '../../core/attempt/attempt.ts';
import type { Deps } from '../../deps.ts';
import { emptyForm, type FormState } from '../../http/form-state.ts';
import { notFound, redirect, type CookieChange, type PageReply, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { newId } from '../../ops/secrets.ts';
import { askForAdjustment, listAsked } from './ask-for-adjustment.ts';
import { candidatePage } from './candidate-page.ts';
import { findByAttempt, findByToken, type Asker } from './find-asker.ts';
import type { Ask, Writer } from './requests.ts';

interface ByToken {
  readonly params: { readonly token: string };
}
interface ByAttempt {
  readonly attempt: Attempt;
}
interface Typed {
  readonly raw: RawFields;
  readonly problems: readonly FieldProblem[];
}
type Posting = { readonly body: Ask; readonly recvAt: Date };

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** Needs nobody else, so it is done at once. */
const LARGE_TEXT: CookieChange = {
  name: 'attune-text',
  value: 'large',
  path: '/',
  maxAgeMs: YEAR_MS,
  httpOnly: true,
};

export function candidateHandlers(deps: Deps) {
  async function withToken(token: string, goOn: (asker: Asker) => Promise<Reply>): Promise<Reply> {
    const found = await findByToken(deps, token);
    if (found.kind === 'asker') return goOn(found.asker);
    return found.kind === 'closed' ? redirect(`/i/${token}`) : notFound;
  }

  async function withAttempt(
    attempt: Attempt,
    writer: number | null,
    goOn: (asker: Asker) => Promise<Reply>,
  ): Promise<Reply> {
    const asker = await findByAttempt(deps, attempt, writer);
    if (asker === null) return notFound;
    // Nothing can be changed any more; their own page says how things stand.
    return asker.applicant.stage === 'withdrawn' ? redirect(asker.back) : goOn(asker);
  }

  async function show(asker: Asker, form: FormState, requestId = newId<string>()): Promise<PageReply> {
    const asked = await listAsked(deps, asker.applicant);
    return candidatePage(asker, asked, form, { requestId, now: deps.clock() });
  }

  async function refuse(asker: Asker, body: Ask, field: string, message: string): Promise<Reply> {
    const values = { want: body.want, text: body.text };
    const page = await show(asker, { values, problems: [{ field, message }] }, body.request);
    return { ...page, status: 422 };
  }

  async function ask(asker: Asker, { body, recvAt }: Posting): Promise<Reply> {
    const { want, text } = body;
    if (want.length === 0 && text === '') {
      return refuse(asker, body, 'want', 'Tick what would help you, or write it below.');
    }
    const cookies = want.includes('large-text') ? [LARGE_TEXT] : [];
    const onlyText = want.every((one) => one === 'large-text') && text === '';
    if (!onlyText && (await askForAdjustment(deps, asker, body, recvAt)) === 'too-many') {
      const message = 'Five of your requests wait for an answer already. Write to the contact below.';
      return refuse(asker, body, 'text', message);
    }
    const query = asker.writer === null ? '' : `?writer=${asker.writer}`;
    return { kind: 'redirect', to: `${asker.action}${query}${onlyText ? '' : '#asked'}`, cookies };
  }

  const again = (asker: Asker, { raw, problems }: Typed): Promise<Reply> =>
    show(asker, { values: raw, problems });

  return {
    showByToken: ({ params }: ByToken): Promise<Reply> =>
      withToken(params.token, (asker) => show(asker, emptyForm)),
    askByToken: (input: ByToken & Posting): Promise<Reply> =>
      withToken(input.params.token, (asker) => ask(asker, input)),
    againByToken: (input: ByToken & Typed): Promise<Reply> =>
      withToken(input.params.token, (asker) => again(asker, input)),

    showByAttempt: ({ attempt, query }: ByAttempt & { readonly query: Writer }): Promise<Reply> =>
      withAttempt(attempt, query.writer ?? null, (asker) => show(asker, emptyForm)),
    askByAttempt: (input: ByAttempt & Posting): Promise<Reply> =>
      withAttempt(input.attempt, input.body.writer ?? null, (asker) => ask(asker, input)),
    againByAttempt: (input: ByAttempt & Typed): Promise<Reply> =>
      withAttempt(input.attempt, Number(input.raw['writer']) || null, (asker) => again(asker, input)),
  };
}
