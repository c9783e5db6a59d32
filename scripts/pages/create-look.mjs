import { lookAt } from './look-at.mjs';
import { watchPage } from './watch-page.mjs';

/** Looks at pages, each once, and tells what it finds at once. `into` is another look that counts them, too. */
export function createLook({ states, only = '', out = '', into = null, besides = () => [] }) {
  const chosen = states.filter(({ name }) => only === '' || only.split(',').includes(name));
  const findings = into?.findings ?? new Set();
  const known = into?.known ?? new Set();

  function found(one) {
    if (!findings.has(one)) console.error(one);
    findings.add(one);
  }

  /** `besides` finds more in what is the same in every state. */
  async function see(page, name) {
    watchPage(page, found);
    if (known.has(name)) return;
    known.add(name);
    for (const one of await besides(page)) found(`${name}: ${one}`);
    for (const one of await lookAt(page, name, out === '' ? null : out, chosen)) found(one);
  }

  /** One scene after the other; one that breaks off is a finding, and the next one begins. */
  async function play(scenes, wanted) {
    for (const [name, scene] of Object.entries(scenes)) {
      if (wanted !== '' && !wanted.split(',').includes(name)) continue;
      const began = performance.now();
      await scene().catch((error) => found(`the scene ${name} breaks off: ${error.message.split('\n')[0]}`));
      console.error(
        `${name}: ${known.size} pages so far, ${Math.round((performance.now() - began) / 1000)} s`,
      );
    }
  }

  const verdict = () => ({
    figures: { pages: known.size, states: chosen.length, findings: findings.size },
    enough: known.size > 0,
    wrong: findings.size,
    findings: [...findings],
  });

  return { findings, known, found, see, play, verdict };
}
