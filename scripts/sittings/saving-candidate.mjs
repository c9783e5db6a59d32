import { Candidate } from './candidate.mjs';

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Saves one question over and over, as its queue would: a number that was sent is kept for its text. */
export class SavingCandidate {
  count = 0;
  refused = 0;
  #item;
  #sent = new Map();
  #acknowledged = 0;
  #next = 1;

  constructor(url, item) {
    this.candidate = new Candidate(url);
    this.#item = item;
  }

  /** Whether it was acknowledged. */
  async save() {
    const seq = this.#next;
    this.#sent.set(seq, this.#text(seq));
    const { status } = await this.candidate.save(this.#item, seq, { a: this.#text(seq), b: '' });
    if (status !== 200) {
      if (status < 500) this.refused += 1;
      return false;
    }
    this.#acknowledged = seq;
    this.#next = seq + 1;
    this.count += 1;
    return true;
  }

  async saveUntil(isOver) {
    while (!isOver()) {
      const saved = await this.save().catch(() => false);
      await pause(saved ? 100 + Math.random() * 300 : 50);
    }
  }

  /** What became of what was acknowledged. */
  judge(responses) {
    const stored = responses?.[this.#item];
    if ((stored?.seq ?? 0) < this.#acknowledged) return 'lost';
    return stored && stored.value.a !== this.#sent.get(stored.seq) ? 'differing' : 'right';
  }

  #text(seq) {
    return `${this.candidate.attemptId} ${seq} `.padEnd(200 + ((seq * 37) % 400), `word ${seq} `);
  }
}
