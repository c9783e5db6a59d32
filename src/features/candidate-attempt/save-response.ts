import { acceptResponse, type Save, type SaveRefusal } from '../../core/attempt/accept-response.ts';
import type { Attempt, StoredResponse } from '../../core/attempt/attempt.ts';
import { sectionOf } from '../../core/form/find-item.ts';
import type { Form } from '../../core/form/form.ts';
import type { Item } from '../../core/item/item.ts';
import type { ResponseRefusal } from '../../core/item/response-check.ts';
import type { ResponseValue } from '../../core/item/response-value.ts';
import { validateResponse } from '../../core/item/validate-response.ts';
import { canonicalForm } from '../../core/kernel/canonical-form.ts';
import type { Deps } from '../../deps.ts';
import { sha256 } from '../../ops/secrets.ts';
import { setAside } from './set-aside.ts';
import { takeBeat } from './take-beat.ts';
import { untilSettled } from './until-settled.ts';

const ENDED: readonly SaveRefusal[] = ['late', 'closed'];

export interface SaveInput {
  readonly attempt: Attempt;
  readonly form: Form;
  readonly item: Item;
  readonly epoch: number;
  readonly seq: number;
  /** As it arrived; canonical form and hash are made here. */
  readonly raw: unknown;
  readonly remind: boolean;
  /** Without script an overtaken text may be one the candidate has only here. */
  readonly keepOvertaken: boolean;
  readonly recvAt: Date;
}

export type SaveOutcome =
  | { readonly kind: 'invalid'; readonly reason: ResponseRefusal }
  | { readonly kind: 'stored' | 'stale'; readonly attempt: Attempt; readonly stored: StoredResponse }
  | ({ readonly kind: 'overtaken'; readonly stored: StoredResponse } & Posted)
  | ({ readonly kind: 'refused'; readonly reason: SaveRefusal } & Posted)
  /** Refused, and nothing more can be kept aside: the text has to stay on the device. */
  | ({ readonly kind: 'over-quota' } & Posted);

interface Posted {
  readonly attempt: Attempt;
  readonly value: ResponseValue;
}

/** Stores a response, or says why not; whatever is refused is kept aside before anybody is told. */
export async function saveResponse(deps: Deps, input: SaveInput): Promise<SaveOutcome> {
  const check = validateResponse(input.item, input.raw);
  if (check.kind === 'invalid') return check;
  const { value } = check;
  const hash = sha256(canonicalForm(value));
  return untilSettled(deps, input.attempt, (attempt) => settle(deps, input, attempt, value, hash));
}

async function settle(
  deps: Deps,
  input: SaveInput,
  attempt: Attempt,
  value: ResponseValue,
  hash: string,
): Promise<SaveOutcome | null> {
  const save = toSave(input, hash);
  const decision = acceptResponse(attempt, save);
  switch (decision.kind) {
    case 'duplicate':
      return { kind: 'stored', attempt, stored: decision.stored };
    case 'stale': {
      const { stored } = decision;
      if (!input.keepOvertaken || stored.hash === hash) return { kind: 'stale', attempt, stored };
      const kept = await setAside(deps, { attempt, save, value, reason: 'stale' });
      return { kind: kept ? 'overtaken' : 'over-quota', attempt, stored, value };
    }
    case 'refused': {
      const { reason } = decision;
      const given = ENDED.includes(reason) ? await giveBackSilence(deps, attempt, input) : attempt;
      if (acceptResponse(given, save).kind !== 'refused') return settle(deps, input, given, value, hash);
      const kept = await setAside(deps, { attempt, save, value, reason });
      return kept ? { kind: 'refused', reason, attempt, value } : { kind: 'over-quota', attempt, value };
    }
    case 'accepted': {
      const stored = storedFrom(input, value, hash, decision.lateByMs);
      const { itemId, sectionId } = save;
      const accepted = { itemId, sectionId, response: stored, remind: input.remind };
      const written = await deps.stores.attempts.saveResponse(attempt, accepted);
      return written === null ? null : { kind: 'stored', attempt: written, stored };
    }
  }
}

/** Before a save is called late, what an outage of ours or a lost connection took of the time is given back. */
async function giveBackSilence(
  deps: Deps,
  attempt: Attempt,
  { form, epoch, recvAt }: SaveInput,
): Promise<Attempt> {
  await deps.outages.soon();
  return takeBeat(deps, await deps.stores.attempts.reread(attempt), form, { epoch, recvAt });
}

function toSave({ form, item, epoch, seq, recvAt }: SaveInput, hash: string): Save {
  const sectionId = sectionOf(form, item.id).id;
  return { itemId: item.id, sectionId, epoch, seq, hash, recvAtMs: recvAt.getTime() };
}

function storedFrom(input: SaveInput, value: ResponseValue, hash: string, lateByMs: number): StoredResponse {
  const { epoch, seq, recvAt } = input;
  return { epoch, seq, value, hash, savedAt: recvAt, lateByMs };
}
