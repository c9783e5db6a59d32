import type { Mail, MailFailure } from '../../core/mail/mail.ts';
import { nextTry } from '../../core/mail/next-try.ts';
import type { Deps } from '../../deps.ts';
import type { Mailer } from '../../ops/smtp.ts';
import { writeMail, type WriteDeps } from './write-mail.ts';

type DeliveryDeps = WriteDeps & Pick<Deps, 'logger' | 'mailer'>;

/** Longer than a server may take by every timeout of the mailer together. */
const LEASE_MS = 120_000;
/** Enough for a large import in minutes, and few enough for a stop to wait for. */
const MOST_IN_A_PASS = 100;
const SIDE_BY_SIDE = 4;

/** Troubles that the next mail would meet as well, so a pass ends with them. */
const OF_THE_SERVER: readonly MailFailure[] = ['no-connection', 'no-answer', 'sender-refused'];

type Step = 'next' | 'nothing-due' | 'server-in-trouble';

/**
 * Sends what is due and returns how many mails it took up. A mail whose sender was lost is taken again when its lease
 * ends: it may then arrive twice, with the same Message-ID.
 */
export async function deliverMails(deps: DeliveryDeps): Promise<number> {
  const { mailer } = deps;
  if (mailer === null) return 0;
  let begun = 0;
  let going = true;
  const lane = async (): Promise<void> => {
    while (going && begun < MOST_IN_A_PASS) {
      begun += 1;
      const step = await deliverNext(deps, mailer);
      if (step === 'nothing-due') begun -= 1;
      if (step !== 'next') going = false;
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
  return begun;
}

async function deliverNext(deps: DeliveryDeps, mailer: Mailer): Promise<Step> {
  const { clock, logger, stores } = deps;
  const now = clock();
  const mail = await stores.mailOutbox.claimDue(now, new Date(now.getTime() + LEASE_MS));
  if (mail === null) return 'nothing-due';
  const outcome = await sendOne(deps, mailer, mail).catch((error: unknown) => {
    logger.error({ err: error, mail: mail.id }, 'a mail was not settled and will be tried again');
    return 'put-off' as const;
  });
  if (outcome === 'done') return 'next';
  await stores.mailOutbox.markFailed(mail, outcome, nextTry(mail.tries, outcome, clock()));
  return OF_THE_SERVER.includes(outcome) ? 'server-in-trouble' : 'next';
}

async function sendOne(deps: DeliveryDeps, mailer: Mailer, mail: Mail): Promise<'done' | MailFailure> {
  const { mailOutbox } = deps.stores;
  const written = await writeMail(deps, mail);
  if (typeof written === 'string') {
    await mailOutbox.markDropped(mail, written);
    return 'done';
  }
  const outcome = await mailer.send(written);
  if (outcome !== 'sent') return outcome;
  await mailOutbox.markSent(mail, deps.clock());
  return 'done';
}
