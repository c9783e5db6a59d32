import { Agent, request } from 'node:http';

/** A step that has to lead on; a server that is busy for the moment is asked again. */
async function mustLead(step) {
  for (let tries = 0; tries < 5; tries += 1) {
    const { status } = await step();
    if (status === 303) return;
    if (status !== 503) throw new Error(`a step was answered with ${status}`);
  }
  throw new Error('the server stays busy');
}

/** What a candidate's device does over HTTP. It keeps its cookie and its connection, and nothing else. */
export class Candidate {
  #origin;
  #via;
  #agent = new Agent({ keepAlive: true, maxSockets: 64 });
  #cookie = '';
  #csrf = '';
  attemptId = '';
  epoch = 0;

  /** `via` is another address that leads to the same server: a proxy that loses something. */
  constructor(origin, via = origin) {
    this.#origin = origin;
    this.#via = via;
  }

  /** Takes another way to the same server from here on. */
  goVia(address) {
    this.#via = address;
    this.close();
    this.#agent = new Agent({ keepAlive: true, maxSockets: 64 });
  }

  async begin(token) {
    const answer = await this.#send('POST', `/i/${token}/begin`, { read: 'yes', assistance: 'yes' });
    const [, id, writer] =
      /^\/attempts\/([\w-]{22})\?writer=(\d+)$/.exec(answer.headers.location ?? '') ?? [];
    if (id === undefined) throw new Error(`Begin was answered with ${answer.status}`);
    this.#cookie = answer.headers['set-cookie'].map((one) => one.split(';')[0]).join('; ');
    this.attemptId = id;
    this.epoch = Number(writer);
    const { text } = await this.open('');
    this.#csrf = /data-csrf="([^"]+)"/.exec(text)?.[1] ?? '';
  }

  /** Begins, hands in every part before the named one unanswered, and starts that. */
  async beginPart(token, form, sectionId) {
    // Whoever presses Begin again has the same attempt.
    for (let tries = 1; this.#csrf === ''; tries += 1)
      await this.begin(token).catch((error) => {
        if (tries === 5) throw error;
      });
    for (const { id } of form.sections) {
      await mustLead(() => this.start(id));
      if (id === sectionId) return;
      await mustLead(() => this.handIn(id));
    }
  }

  open(rest) {
    return this.#send('GET', `/attempts/${this.attemptId}${rest}?writer=${this.epoch}`);
  }

  start(sectionId) {
    return this.#post(`/parts/${sectionId}/start`, {});
  }

  save(itemId, seq, fields, epoch = this.epoch) {
    return this.#post(`/items/${itemId}/response`, { ...fields, epoch: String(epoch), seq: String(seq) });
  }

  /** As the form of the page does where there is no script: with where it leads, and answered with a page. */
  saveByForm(itemId, seq, fields) {
    const body = { ...fields, go: 'stay', epoch: String(this.epoch), seq: String(seq), _csrf: this.#csrf };
    const path = `/attempts/${this.attemptId}/items/${itemId}/response`;
    return this.#send('POST', path, new URLSearchParams(body));
  }

  handIn(sectionId, manifest = null) {
    return this.#post(`/parts/${sectionId}/hand-in`, {
      manifest: manifest === null ? '' : JSON.stringify(manifest),
    });
  }

  beat() {
    return this.#post('/heartbeat', {});
  }

  close() {
    this.#agent.destroy();
  }

  #post(rest, fields) {
    const body = { epoch: String(this.epoch), ...fields, _csrf: this.#csrf };
    return this.#send('POST', `/attempts/${this.attemptId}${rest}`, body);
  }

  /** Rejects where no whole answer arrives; every answer is handed back as it is. */
  #send(method, path, body) {
    const isForm = body instanceof URLSearchParams;
    const payload = body === undefined ? undefined : isForm ? String(body) : JSON.stringify(body);
    const headers = {
      Accept: method === 'GET' || isForm ? 'text/html' : 'application/json',
      Origin: this.#origin,
      Cookie: this.#cookie,
      ...(payload === undefined
        ? {}
        : {
            'Content-Type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
            'Content-Length': Buffer.byteLength(payload),
          }),
    };
    return new Promise((resolve, reject) => {
      const asked = request(new URL(path, this.#via), { method, agent: this.#agent, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => (text += chunk));
        response.on('error', reject);
        response.on('aborted', () => reject(new Error('the answer broke off')));
        response.on('end', () => {
          const isJson = response.headers['content-type']?.includes('json') ?? false;
          const facts = isJson ? JSON.parse(text) : {};
          resolve({ status: response.statusCode, headers: response.headers, text, facts });
        });
      });
      asked.setTimeout(10_000, () => asked.destroy(new Error('no answer in 10 s')));
      asked.on('error', reject);
      asked.end(payload);
    });
  }
}
