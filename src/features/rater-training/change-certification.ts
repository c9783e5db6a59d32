import type { RaterCertification } from '../../core/calibration/rater-certification.ts';
import type { DomainEvent } from '../../core/kernel/domain-event.ts';
import type { Deps } from '../../deps.ts';

/** Two writes at the same moment look again; more than a few rounds would be a fault. */
const MOST_ROUNDS = 10;
type Store = Deps['stores']['raterCertifications'];

interface Decided {
  readonly changes: Parameters<Store['change']>[1];
  readonly events: readonly DomainEvent[];
}

/** Changes what is known of a rater by a rule over what is stored; null where the rule finds nothing to change. */
export async function changeCertification(
  { stores }: Pick<Deps, 'stores'>,
  key: Parameters<Store['get']>[0],
  rule: (seen: RaterCertification) => Decided | null,
): Promise<'changed' | 'unchanged'> {
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const seen = await stores.raterCertifications.get(key);
    const decided = rule(seen);
    if (decided === null) return 'unchanged';
    if (await stores.raterCertifications.change(seen, decided.changes, decided.events)) return 'changed';
  }
  throw new Error(`the certification of rater ${key.raterId} keeps changing`);
}
