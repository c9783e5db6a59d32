import { afterEach, describe, expect, it } from '@jest/globals';
import type { Socket } from 'node:net';
import { composeMail } from '../../src/core/mail/compose-mail.ts';
import { createMailer } from '../../src/ops/smtp.ts';
import { aMailContent } from '../core/mail/a-mail.ts';
import { startBareServer, startMailServer } from '../support/mail-server.ts';

const toClose: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close();
});

function keep<T extends { close(): void | Promise<void> }>(one: T): T {
  toClose.push(() => one.close());
  return one;
}

const patient = (url: string) => keep(createMailer(url));
const hurried = (url: string) => keep(createMailer(url, { connectMs: 700, answerMs: 700 }));
const mailTo = (address: string, name = 'Ana Ruiz') =>
  composeMail(aMailContent({ name }), { mailId: 'a-mail', host: 'jobs.example.org', address });
const refusal = (message: string, responseCode: number) =>
  Object.assign(new Error(message), { responseCode });

describe('sending a mail', () => {
  it('hands over both bodies, marked as made by a machine, under its own Message-ID', async () => {
    const server = keep(await startMailServer());
    const name = 'Łukasz "Luk" Żak\r\nBcc: all@example.org';
    expect(await patient(server.url).send(mailTo('ana@example.org', name))).toBe('sent');
    const [got] = server.received;
    expect(got?.to).toBe('ana@example.org');
    expect(got?.mail.messageId).toBe('<a-mail@jobs.example.org>');
    expect(got?.mail.to).toEqual([
      { address: 'ana@example.org', name: 'Łukasz "Luk" Żak Bcc: all@example.org' },
    ]);
    expect(got?.mail.bcc).toBeUndefined();
    expect(got?.mail.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
    expect(got?.mail.text).toContain('https://jobs.example.org/i/token.0.signature');
    expect(got?.mail.html).toContain('<a href="https://jobs.example.org/i/token.0.signature">');
  });

  it.each([
    ['a refused address', 'onRcptTo', 550, 'address-refused'],
    ['an address to try later', 'onRcptTo', 450, 'put-off'],
    ['a refused sender', 'onMailFrom', 553, 'sender-refused'],
    ['a sender to try later', 'onMailFrom', 451, 'put-off'],
  ] as const)('tells %s from other troubles', async (_title, step, code, outcome) => {
    const server = keep(
      await startMailServer({
        [step]: (_address: unknown, _session: unknown, done: (e: Error) => void) => {
          done(refusal('no', code));
        },
      }),
    );
    expect(await patient(server.url).send(mailTo('ana@example.org'))).toBe(outcome);
  });

  it('tells a refused text', async () => {
    const server = keep(
      await startMailServer({
        onData(stream, _session, done) {
          stream.resume();
          stream.on('end', () => {
            done(refusal('spam', 554));
          });
        },
      }),
    );
    expect(await patient(server.url).send(mailTo('ana@example.org'))).toBe('mail-refused');
  });

  it('tells a server that wants another sign-in', async () => {
    const server = keep(
      await startMailServer({
        authOptional: false,
        allowInsecureAuth: true,
        onAuth: (_auth, _session, done) => {
          done(refusal('wrong', 535));
        },
      }),
    );
    expect(await patient(server.url).send(mailTo('ana@example.org'))).toBe('sender-refused');
    const signedIn = server.url.replace('smtp://', 'smtp://me:wrong@');
    expect(await patient(signedIn).send(mailTo('ana@example.org'))).toBe('sender-refused');
  });

  it.each([
    ['greets never', () => undefined, 'no-answer'],
    ['drops the connection', (socket: Socket) => socket.destroy(), 'no-connection'],
    ['talks something else', (socket: Socket) => socket.write('HTTP/1.1 200 OK\r\n\r\n'), 'no-connection'],
  ] as const)('is not held up by a server that %s', async (_title, talk, outcome) => {
    const server = keep(await startBareServer(talk));
    expect(await hurried(server.url).send(mailTo('ana@example.org'))).toBe(outcome);
  });

  it('is not held up by a server that says nothing after the text', async () => {
    const server = keep(await startMailServer({ onData: (stream) => void stream.resume() }));
    expect(await hurried(server.url).send(mailTo('ana@example.org'))).toBe('no-answer');
  });

  it('tells that nobody listens', async () => {
    const server = await startBareServer(() => undefined);
    await server.close();
    expect(await hurried(server.url).send(mailTo('ana@example.org'))).toBe('no-connection');
  });
});
