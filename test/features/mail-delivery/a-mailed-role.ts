import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import type { MailServer } from '../../support/mail-server.ts';
import { makeOpenRole, storedRole } from '../../support/set-up-role.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

/** The product with a mail server, and what a test needs to invite and to look at mails. */
export async function startMailedApp(smtpUrl: string): Promise<{ test: TestApp; recruiter: Staff }> {
  const test = await startTestApp({ smtpUrl });
  const recruiter = await signInAs(test, await addOrganisation(test), ['recruiter']);
  return { test, recruiter };
}

export interface MailedRole {
  readonly path: string;
  invite(people: string): Promise<void>;
  /** Documents of this role in a collection. */
  stored(collection: 'applicants' | 'mailOutbox' | 'attempts'): Promise<Record<string, unknown>[]>;
  /** Passes events on and delivers what is due. */
  deliver(): Promise<void>;
}

export async function aMailedRole(test: TestApp, recruiter: Staff): Promise<MailedRole> {
  const role = await makeOpenRole(test, recruiter);
  const { id } = await storedRole(test, recruiter, role);
  const path = `${role}/invitations`;
  return {
    path,
    async invite(people) {
      const answer = await recruiter.post(path, { people });
      if (answer.status !== 303) throw new Error(`nobody was invited: ${answer.status}`);
      await test.deps.relay.soon();
    },
    stored: (collection) => test.connection.collection(collection).find({ requisitionId: id }).toArray(),
    deliver: async () => {
      await test.deps.relay.soon();
      await test.runJobs();
    },
  };
}

export const to = ({ received }: MailServer, address: string) =>
  received.filter((one) => one.to === address).map(({ mail }) => mail);
