import { connect, createServer } from 'node:net';

/** A way to the server on which a share of the answers is lost after the server has acted: the line breaks instead. */
export async function startLossyProxy(targetPort, { share, random = Math.random }) {
  const lines = new Set();
  const counts = { lost: 0, passed: 0 };
  const server = createServer((client) => {
    const upstream = connect(targetPort, '127.0.0.1');
    const end = () => {
      lines.delete(client);
      client.destroy();
      upstream.destroy();
    };
    lines.add(client);
    for (const side of [client, upstream]) side.on('error', end).on('close', end);
    client.on('data', (chunk) => upstream.write(chunk));
    upstream.on('data', (chunk) => {
      if (random() < share) {
        counts.lost += 1;
        end();
      } else {
        counts.passed += 1;
        client.write(chunk);
      }
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    counts,
    async stop() {
      for (const line of lines) line.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
