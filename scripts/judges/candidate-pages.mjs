// Every page that candidates and job experts can come to, also those beside the way: two texts to choose from, time that is
// up, refusals, dead links, each state of the receipt and of the status page, what the script says. Each is looked at on a
// desk, on phones, dark, right to left, in forced colours, printed and with text of twice the size: axe 0, nothing scrolls
// sideways, nothing is too small or covered, no page is heavier than 80 KB, no report of the content policy.
//   npm run judge -- candidate-pages [--only SCENE,SCENE] [--out FOLDER] [--break]
// --break  judges a copy of the build with a box without label, small buttons and a page that is too wide
import { createLook } from '../pages/create-look.mjs';
import { inStyle } from '../pages/in-style.mjs';
import { CANDIDATE_STATES } from '../pages/look-at.mjs';
import { createScenes } from '../pages/scenes/create-scenes.mjs';
import { weigh } from '../pages/weigh.mjs';
import { openRole } from '../sittings/open-role.mjs';
import { runAlone } from '../sittings/run-judge.mjs';

const PAGE_BYTES = 80 * 1024;
const FAULTS = [
  {
    file: 'views/parts/textarea.ejs',
    from: '<label for="<%= textarea.id %>">',
    to: '<label>',
    shows: /: label: <textarea/,
  },
  inStyle({
    from: '.reading .btn{min-block-size:3rem;',
    to: '.reading .btn{min-block-size:0;block-size:10px;padding:0!important;',
    shows: /button ".*" is \d+ × 10 px/,
  }),
  inStyle({
    from: '.reading{',
    to: '.reading{min-inline-size:30rem;',
    shows: /small-phone\): scrolls sideways/,
  }),
];

async function judge(trial, { only, out, states }) {
  const product = await trial.product();
  const browser = await trial.browser();
  let heaviestBytes = 0;

  async function tooHeavy(page) {
    const bytes = await weigh(page);
    heaviestBytes = Math.max(heaviestBytes, bytes);
    return bytes > PAGE_BYTES ? [`${bytes} bytes`] : [];
  }

  const look = createLook({ states: CANDIDATE_STATES, only: states, out, besides: tooHeavy });
  const { scenes, close } = await createScenes({ trial, product, browser, openRole, see: look.see });
  await look.play(scenes, only);
  await close();
  const { figures, ...verdict } = look.verdict();
  return { figures: { ...figures, heaviestBytes }, ...verdict };
}

const candidatePages = {
  sizes: { only: '', out: '', states: '' },
  short: { only: 'twoTexts,withdrawn', states: 'desk,phone,small-phone,dark,right-to-left,print' },
  shortOnFault: { only: 'twoTexts', states: 'desk,small-phone' },
  faults: FAULTS,
  judge,
};
export default candidatePages;
await runAlone(import.meta.url, candidatePages);
