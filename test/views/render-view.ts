import { load, type CheerioAPI } from 'cheerio';
import ejs from 'ejs';
import type { Chrome } from '../../src/http/chrome.ts';
import { strictViewModel } from '../../src/http/strict-view-model.ts';

export const aChrome = (given: Partial<Chrome> = {}): Chrome => ({
  lang: 'en',
  dir: 'ltr',
  title: 'Parts',
  theme: null,
  textSize: null,
  styleHref: '/assets/app.css',
  scriptHref: null,
  csrf: 'the-token',
  nav: [
    { label: 'Roles', href: '/requisitions', current: true },
    { label: 'People', href: '/people', current: false },
  ],
  person: { name: 'Lena Fischer', roles: 'recruiter' },
  organisation: 'Northway Clinics',
  contact: null,
  flash: null,
  simulated: false,
  signOutHref: '/sign-out',
  ...given,
});

/** A view in its layout, with unknown fields throwing as in development. */
export async function renderView(
  view: string,
  layout: string,
  vm: object,
  chrome = aChrome(),
): Promise<CheerioAPI> {
  const body = await ejs.renderFile(`views/${view}.ejs`, { vm: strictViewModel(vm), chrome });
  return load(await ejs.renderFile(`views/layout/${layout}.ejs`, { chrome, body }));
}
