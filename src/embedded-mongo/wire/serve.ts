import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { CommandError, failWith } from '../command-error.ts';
import type { Reply } from '../commands/command-context.ts';
import { errorReply, runCommand } from '../commands/run-command.ts';
import { systemCodeOf } from '../system-code-of.ts';
import type { Store } from '../store.ts';
import { buildReply } from './build-reply.ts';
import { HANDSHAKES, type Peer } from './handshake.ts';
import { parseMessage, type Message } from './parse-message.ts';
import { FrameReader, ProtocolViolation } from './read-frames.ts';
import type { ScramKeys } from './scram.ts';

const MOST_CONNECTIONS = 500;

export type Listening = { readonly port: number; readonly close: () => Promise<void> };

/** Serves the store on the loopback address only. */
export async function serve(store: Store, keys: ScramKeys, port: number): Promise<Listening> {
  const sockets = new Set<Socket>();
  let connections = 0;
  const server: Server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    connections += 1;
    const peer: Peer = { id: connections, port: portOf(server), keys, signedIn: false, scram: null };
    converse(store, socket, peer);
  });
  server.maxConnections = MOST_CONNECTIONS;
  server.listen({ port, host: '127.0.0.1', exclusive: true });
  await once(server, 'listening');
  return {
    port: portOf(server),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

function isDisconnect(error: unknown): boolean {
  if (error instanceof ProtocolViolation || error instanceof CommandError) return true;
  const code = systemCodeOf(error);
  return (
    code === 'ECONNRESET' ||
    code === 'EPIPE' ||
    code === 'ERR_STREAM_PREMATURE_CLOSE' ||
    code === 'ERR_STREAM_DESTROYED'
  );
}

/** One command after the other; what comes meanwhile waits, and a client that sends on is not read. */
function converse(store: Store, socket: Socket, peer: Peer): void {
  const frames = new FrameReader();
  let answering = false;
  const answerAll = async (): Promise<void> => {
    answering = true;
    for (let frame = frames.take(peer.signedIn); frame; frame = frames.take(peer.signedIn)) {
      const message = parseMessage(frame);
      const reply = await answer(store, peer, message);
      if (socket.destroyed) return;
      if (!message.silent && !socket.write(buildReply(message, reply))) await once(socket, 'drain');
    }
    answering = false;
    socket.resume();
  };
  socket.on('data', (chunk: Buffer) => {
    frames.push(chunk);
    if (answering) socket.pause();
    else answerAll().catch(endWith(socket));
  });
  socket.on('error', endWith(socket));
}

const endWith =
  (socket: Socket) =>
  (error: unknown): void => {
    if (!isDisconnect(error)) console.error(error);
    socket.destroy();
  };

async function answer(store: Store, peer: Peer, message: Message): Promise<Reply> {
  const name = message.body.keys().next().value ?? '';
  try {
    const handshake = HANDSHAKES.get(name);
    if (handshake) return handshake(peer, message.body);
    if (!peer.signedIn) failWith('Unauthorized', `Command ${name} requires authentication`);
    return await runCommand(store, message.body);
  } catch (error) {
    return errorReply(error);
  }
}
