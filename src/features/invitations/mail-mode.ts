import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';

/** Whether mail leaves a role: a simulation sends none, and neither does an installation without a server. */
export type MailMode = 'on' | 'no-server' | 'simulated';

export function mailMode({ mailer }: Pick<Deps, 'mailer'>, { simulated }: Requisition): MailMode {
  if (simulated) return 'simulated';
  return mailer === null ? 'no-server' : 'on';
}
