import { Binary, Int32, isDoc, type Doc, type Value } from '../bson/values.ts';
import { failWith } from '../command-error.ts';
import { reply, type Reply } from '../commands/command-context.ts';
import { ScramConversation, type ScramKeys } from './scram.ts';

/** What a connection has said about itself. */
export type Peer = {
  readonly id: number;
  readonly port: number;
  readonly keys: ScramKeys;
  signedIn: boolean;
  scram: { readonly conversation: ScramConversation; readonly short: boolean } | null;
};

type Handshake = (peer: Peer, body: Doc) => Reply;

const int = (value: number): Int32 => new Int32(value);
const SET_NAME = 'embedded';
const VERSION = '8.0.0';
const WIRE_VERSION = 25;

/** Presents itself as a replica set of one: only then do drivers retry writes and accept read preferences. */
function hello(peer: Peer, body: Doc): Reply {
  const address = `127.0.0.1:${peer.port}`;
  const answer = reply({
    helloOk: true,
    isWritablePrimary: true,
    ismaster: true,
    secondary: false,
    setName: SET_NAME,
    setVersion: int(1),
    hosts: [address],
    primary: address,
    me: address,
    maxBsonObjectSize: int(16 * 1024 * 1024),
    maxMessageSizeBytes: int(48_000_000),
    maxWriteBatchSize: int(100_000),
    localTime: new Date(),
    logicalSessionTimeoutMinutes: int(30),
    connectionId: int(peer.id),
    minWireVersion: int(0),
    maxWireVersion: int(WIRE_VERSION),
    readOnly: false,
  });
  if (body.has('saslSupportedMechs')) answer.set('saslSupportedMechs', ['SCRAM-SHA-256']);
  const early = body.get('speculativeAuthenticate');
  if (isDoc(early) && early.get('mechanism') === 'SCRAM-SHA-256')
    answer.set('speculativeAuthenticate', saslStart(peer, early));
  return answer.set('ok', 1);
}

function saslStart(peer: Peer, body: Doc): Reply {
  if (body.get('mechanism') !== 'SCRAM-SHA-256')
    failWith('AuthenticationFailed', 'only SCRAM-SHA-256 is offered');
  const options = body.get('options');
  const conversation = new ScramConversation(peer.keys, payloadOf(body));
  peer.scram = { conversation, short: isDoc(options) && options.get('skipEmptyExchange') === true };
  return saslReply(conversation.reply, false);
}

function saslContinue(peer: Peer, body: Doc): Reply {
  if (peer.signedIn) return saslReply('', true);
  const { scram } = peer;
  if (!scram) return failWith('AuthenticationFailed', 'no conversation has begun');
  peer.scram = null;
  const proof = scram.conversation.finish(payloadOf(body));
  peer.signedIn = true;
  return saslReply(proof, scram.short);
}

function payloadOf(body: Doc): string {
  const payload = body.get('payload');
  if (payload instanceof Binary) return Buffer.from(payload.bytes).toString('utf8');
  return typeof payload === 'string' ? payload : failWith('AuthenticationFailed', 'Authentication failed.');
}

const saslReply = (text: string, done: boolean): Reply =>
  reply({ conversationId: int(1), done, payload: new Binary(0, Buffer.from(text, 'utf8')), ok: 1 });

const buildInfo: Handshake = () =>
  reply({
    version: VERSION,
    versionArray: VERSION.split('.')
      .map((part) => int(Number(part)))
      .concat(int(0)),
    gitVersion: 'embedded',
    modules: [],
    bits: int(64),
    maxBsonObjectSize: int(16 * 1024 * 1024),
    ok: 1,
  });

function connectionStatus(peer: Peer): Reply {
  const users: Value[] = peer.signedIn
    ? [
        new Map([
          ['user', peer.keys.user],
          ['db', 'admin'],
        ]),
      ]
    : [];
  return reply({
    authInfo: new Map<string, Value>([
      ['authenticatedUsers', users],
      ['authenticatedUserRoles', []],
    ]),
    ok: 1,
  });
}

const done: Handshake = () => reply({ ok: 1 });

/** Commands that need no sign-in. */
export const HANDSHAKES: ReadonlyMap<string, Handshake> = new Map<string, Handshake>([
  ['hello', hello],
  ['isMaster', hello],
  ['ismaster', hello],
  ['saslStart', saslStart],
  ['saslContinue', saslContinue],
  ['buildInfo', buildInfo],
  ['buildinfo', buildInfo],
  ['connectionStatus', connectionStatus],
  ['ping', done],
  ['endSessions', done],
]);
