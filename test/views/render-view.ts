import { load, type CheerioAPI } from 'cheerio';
import type { Chrome } from '../../src/http/chrome.ts';
import { createViews } from '../../src/http/render-view.ts';
import { strictViewModel } from '../../src/http/strict-view-model.ts';

export const aChrome = (given: Partial<Chrome> = {}): Chrome => ({
  lang: 'en',
  dir: 'ltr',
  title: 'Parts',
  theme: null,
  textSize: null,
  timerHidden: false,
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

const render = createViews('views');

/** A view in its layout, with unknown fields throwing as in development. */
export function renderView(view: string, layout: string, vm: object, chrome = aChrome()): CheerioAPI {
  const body = render(view, { vm: strictViewModel(vm), chrome });
  return load(render(`layout/${layout}`, { chrome, body }));
}
