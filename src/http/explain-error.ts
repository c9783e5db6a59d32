import { PasswordQueueFull } from '../ops/password.ts';
import type { RefusedReply } from './reply.ts';

interface Fault {
  readonly status?: unknown;
  readonly type?: unknown;
  readonly name?: unknown;
  readonly code?: unknown;
}

/** The codes by which a database that answers says that it cannot serve just now: time is up, or another one leads. */
const PASSING = new Set<unknown>([50, 91, 189, 262, 10107, 11600, 11602, 13435, 13436]);
const NO_ROOM = 14031;

/** What people are told of an error: what happened to their words and what to do, nothing of how it came about. */
export function explainError(error: unknown): RefusedReply {
  const fault = (typeof error === 'object' && error !== null ? error : {}) as Fault;
  const { status, type } = fault;
  if (type === 'entity.too.large' || type === 'parameters.too.many') {
    return refused(
      413,
      'That is too much text',
      'The text is longer than this page can take, and nothing of it was saved. Go back, shorten it and send it again.',
    );
  }
  if (status === 400 || status === 415) {
    return refused(400, 'This could not be read', 'The request was not well formed. Go back and try again.');
  }
  if (error instanceof PasswordQueueFull) {
    return refused(503, 'Many people are signing in', 'Wait a few seconds and press the button again.');
  }
  return (
    explainStore(fault) ??
    refused(
      500,
      'Something went wrong on our side',
      'Nothing you saved before is lost. Wait a moment and try again; if it keeps happening, tell your contact the reference below.',
    )
  );
}

function explainStore({ name, code }: Fault): RefusedReply | null {
  if (typeof name !== 'string' || !name.startsWith('Mongo')) return null;
  if (code === NO_ROOM) {
    return refused(
      503,
      'There is no room to save anything new',
      'What was saved before is kept. Keep this page open, tell your contact, and try again later.',
    );
  }
  if (name === 'MongoServerError' && !PASSING.has(code)) return null;
  return refused(
    503,
    'The store does not answer at the moment',
    'Nothing you saved before is lost. Wait a few seconds, go back and press the button again.',
  );
}

const refused = (status: RefusedReply['status'], heading: string, text: string): RefusedReply => ({
  kind: 'refused',
  status,
  heading,
  text,
});
