import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Binary, deserialize, serialize, type Document } from 'bson';

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** One OP_MSG with the command as its body. */
export function messageOf(body: Uint8Array, length = body.length + 21): Buffer {
  const head = Buffer.alloc(21);
  head.writeInt32LE(length, 0);
  head.writeInt32LE(1, 4);
  head.writeInt32LE(2013, 12);
  return Buffer.concat([head, body]);
}

async function ask(socket: Socket, command: Document): Promise<Document> {
  socket.write(messageOf(serialize(command)));
  const [reply] = (await once(socket, 'data')) as [Buffer];
  return deserialize(reply.subarray(21));
}

/** A bare connection that has signed in, for bytes that no driver would send. */
export async function openSignedIn(port: number, user: string, password: string): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port });
  await once(socket, 'connect');
  const bare = `n=${user},r=nonce`;
  const payload = (text: string) => new Binary(Buffer.from(text));
  const start = { saslStart: 1, mechanism: 'SCRAM-SHA-256', payload: payload(`n,,${bare}`), $db: 'admin' };
  const first = await ask(socket, { ...start, options: { skipEmptyExchange: true } });
  const offer = (first['payload'] as Binary).toString('utf8');
  const parts = new Map(offer.split(',').map((part) => [part.slice(0, 1), part.slice(2)]));
  const salt = Buffer.from(parts.get('s') ?? '', 'base64');
  const salted = pbkdf2Sync(password, salt, Number(parts.get('i')), 32, 'sha256');
  const clientKey = hmac(salted, 'Client Key');
  const open = `c=biws,r=${parts.get('r') ?? ''}`;
  const signature = hmac(createHash('sha256').update(clientKey).digest(), `${bare},${offer},${open}`);
  const proof = Buffer.from(clientKey.map((byte, at) => byte ^ (signature[at] ?? 0))).toString('base64');
  const last = await ask(socket, {
    saslContinue: 1,
    conversationId: 1,
    payload: payload(`${open},p=${proof}`),
    $db: 'admin',
  });
  if (last['done'] !== true) throw new Error(`not signed in: ${JSON.stringify(last)}`);
  return socket;
}
