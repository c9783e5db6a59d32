import type { Save, SaveRefusal } from '../../core/attempt/accept-response.ts';
import type { Attempt } from '../../core/attempt/attempt.ts';
import { mayQuarantine } from '../../core/attempt/quarantine-quota.ts';
import type { ResponseValue } from '../../core/item/response-value.ts';
import { utf8Length } from '../../core/item/utf8-length.ts';
import { canonicalForm } from '../../core/kernel/canonical-form.ts';
import type { Deps } from '../../deps.ts';

/** Keeps a refused response word for word; false when the attempt's quota is used up and it was not kept before. */
export async function setAside(
  deps: Deps,
  refused: {
    readonly attempt: Attempt;
    readonly save: Save;
    readonly value: ResponseValue;
    readonly reason: SaveRefusal | 'stale';
  },
): Promise<boolean> {
  const { attempt, save, value, reason } = refused;
  const { itemId, epoch, seq, hash, recvAtMs } = save;
  const bytes = utf8Length(canonicalForm(value));
  const response = { itemId, epoch, seq, hash, value, bytes, reason, recvAt: new Date(recvAtMs) };
  const use = await deps.stores.quarantine.measureUse(attempt);
  if (!mayQuarantine(use, bytes)) return deps.stores.quarantine.isKept(attempt, response);
  await deps.stores.quarantine.keep(attempt, response);
  return true;
}
