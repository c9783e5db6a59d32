// Every kind of page that staff can come to, in every role: by the links of a demo, by its forms, and each form once more
// as it comes back with an error. Looked at on a desk, on phones, dark, right to left, in forced colours and printed: axe 0,
// nothing scrolls sideways, nothing is too small or covered while it has the focus, no report of the content policy.
//   npm run judge -- pages [--only signedOut,recruiter,comparison] [--out FOLDER] [--break]
// --only   some of the roles and scenes; what they are is in scripts/pages/scenes
// --break  judges a copy of the build with a field without label, small buttons and a page that is too wide
import { personWith, signIn } from '../pages/launch.mjs';
import { createLook } from '../pages/create-look.mjs';
import { openOffice } from '../pages/open-office.mjs';
import { inStyle } from '../pages/in-style.mjs';
import { signedOutScenes } from '../pages/scenes/signed-out.mjs';
import { staffFormScenes } from '../pages/scenes/staff-forms.mjs';
import { staffWalks } from '../pages/scenes/staff-walks.mjs';
import { startDemo } from '../pages/start-demo.mjs';
import { STATES } from '../pages/look-at.mjs';
import { openRole } from '../sittings/open-role.mjs';
import { runAlone } from '../sittings/run-judge.mjs';

const FAULTS = [
  {
    file: 'views/parts/field.ejs',
    from: '<label for="<%= field.id %>">',
    to: '<label>',
    shows: /: label: <input/,
  },
  inStyle({
    from: '.btn{display:inline-flex;align-items:center;justify-content:center;gap:var(--s2);min-block-size:2.5rem;padding:.5rem 1rem',
    to: '.btn{display:inline-flex;block-size:10px;padding:0',
    shows: /button ".*" is \d+ × 10 px/,
  }),
  inStyle({ from: '.page{', to: '.page{min-inline-size:30rem;', shows: /small-phone\): scrolls sideways/ }),
];

async function judge(trial, { only, out, states, most, demo }) {
  const browser = await trial.browser();
  const office = demo ? await startDemo(trial.root) : await openSmallOffice(trial);
  const { address } = office;
  const looks = { states: STATES, only: states, out };
  const look = createLook(looks);
  const stage = {
    ...{ browser, address, see: look.see },
    signIn: (person) => signIn(browser, address, person),
    personWith: (role) => personWith(office, role),
  };

  /** A store in which there is no organisation yet. */
  async function setUp() {
    const page = await browser.newPage();
    await page.goto(`${(await trial.product()).url}/set-up`);
    await look.see(page, 'set-up');
    await page.close();
  }

  const scenes = {
    ...signedOutScenes(stage),
    ...staffWalks({ browser, office, look, looks, most }),
    ...(demo ? { setUp, ...staffFormScenes(stage) } : {}),
  };
  await look.play(scenes, only);
  await office.stop();
  return look.verdict();
}

async function openSmallOffice(trial) {
  const product = await trial.product();
  const role = await openRole(trial.root, product.role);
  return { ...(await openOffice(product, role)), stop: () => role.close() };
}

const pages = {
  sizes: { only: '', out: '', states: '', most: 200, demo: true },
  short: { only: 'signedOut,recruiter', states: 'desk,small-phone,dark,print', most: 3, demo: false },
  shortOnFault: { states: 'desk,small-phone', most: 2 },
  faults: FAULTS,
  judge,
};
export default pages;
await runAlone(import.meta.url, pages);
