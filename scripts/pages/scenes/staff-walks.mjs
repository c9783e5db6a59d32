import { crawl } from '../crawl.mjs';
import { createLook } from '../create-look.mjs';
import { signIn } from '../launch.mjs';
import { refuseForms } from '../refuse-forms.mjs';

const ERROR_STATES = 'desk,small-phone,dark,right-to-left';

/**
 * Every person by the links of their pages, each form once more as it comes back with an error, and one of them without
 * script. `looks` says how pages are looked at; what one of them was seen on, the others pass over.
 */
export function staffWalks({ browser, office, look, looks, most }) {
  const { address } = office;
  const refused = (path, status) => look.found(`${path} answers ${status}`);
  const known = new Set();
  const sent = new Set();
  const withErrors = createLook({
    ...looks,
    only: looks.only === '' ? ERROR_STATES : looks.only,
    into: look,
  });

  async function walk(person) {
    const page = await signIn(browser, address, person);
    const home = `home-${person.roles.join('-')}`;
    await crawl(page, address, {
      ...{ known, most, refused },
      async seen(at, kind) {
        await look.see(at, kind === 'home' ? home : kind);
        await refuseForms(at, sent, (back, form) => withErrors.see(back, `${form}-refused`));
      },
    });
    await page.context().close();
  }

  /** On a desk alone: without script a page looks the same, and is only reached by what needs none. */
  async function withoutScript() {
    const plain = createLook({ ...looks, only: 'desk', into: look });
    const recruiter = office.people.find(({ roles }) => roles.includes('recruiter'));
    const page = await signIn(browser, address, recruiter, { javaScriptEnabled: false });
    const seen = (at, kind) => plain.see(at, `${kind}-without-script`);
    await crawl(page, address, { ...{ known: new Set(), most, refused, seen } });
    await page.context().close();
  }

  /** Several people may have the same role; what they see is theirs. */
  const named = office.people.map((person, index) => {
    const name = person.roles.join('-');
    const isFirst = office.people.findIndex(({ roles }) => roles.join('-') === name) === index;
    return [isFirst ? name : `${name}-${index}`, () => walk(person)];
  });
  return { ...Object.fromEntries(named), withoutScript };
}
