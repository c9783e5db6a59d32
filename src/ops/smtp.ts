import { createTransport } from 'nodemailer';
import type { ComposedMail } from '../core/mail/compose-mail.ts';
import type { MailFailure } from '../core/mail/mail.ts';

/** What a mail server may take before it counts as not answering. */
interface Patience {
  readonly connectMs: number;
  readonly answerMs: number;
}

const USUAL: Patience = { connectMs: 5000, answerMs: 20_000 };
const MOST_CONNECTIONS = 4;

/** Sends one mail at a time over a few kept connections. Expected troubles of a server are values. */
export function createMailer(url: string, { connectMs, answerMs }: Patience = USUAL) {
  const transport = createTransport({
    pool: true,
    url,
    maxConnections: MOST_CONNECTIONS,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    dnsTimeout: connectMs,
    socketTimeout: answerMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  return {
    async send(mail: ComposedMail): Promise<'sent' | MailFailure> {
      try {
        await transport.sendMail({ ...mail, headers: { 'Auto-Submitted': 'auto-generated' } });
        return 'sent';
      } catch (error) {
        return failureOf(error as SmtpError);
      }
    },

    close(): void {
      transport.close();
    },
  };
}

export type Mailer = ReturnType<typeof createMailer>;

interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/** Answers of a server that wants another sign-in, at whatever step it says so. */
const SIGN_IN_CODES: readonly number[] = [530, 534, 535, 538];

function failureOf({ code, command = '', responseCode = 0 }: SmtpError): MailFailure {
  if (code === 'ETIMEDOUT') return 'no-answer';
  if (code === 'EAUTH' || SIGN_IN_CODES.includes(responseCode)) return 'sender-refused';
  if (code === 'EENVELOPE' && command === 'API') return 'address-refused';
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return 'no-connection';
  if (responseCode < 500) return responseCode < 400 ? 'no-connection' : 'put-off';
  if (command === 'RCPT TO') return 'address-refused';
  return command === 'MAIL FROM' ? 'sender-refused' : 'mail-refused';
}
