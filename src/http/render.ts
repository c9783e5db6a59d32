import type { Request } from 'express';
import type { Actor, Role } from '../core/person/person.ts';
import type { Chrome } from './chrome.ts';
import { readCookies } from './cookies.ts';
import { csrfTokenFor } from './csrf.ts';
import type { HttpDeps } from './http-deps.ts';
import type { RenderView } from './render-view.ts';
import type { PageReply } from './reply.ts';
import { strictViewModel } from './strict-view-model.ts';
import { takeFlash } from './web-session.ts';

const SCRIPTS = { staff: 'staff.js', candidate: 'candidate.js', plain: 'staff.js' } as const;

/** The only way to a view: it gets exactly `vm` and `chrome`, its layout `chrome` and the finished body. */
export async function renderPage(
  deps: HttpDeps,
  render: RenderView,
  req: Request,
  page: PageReply,
): Promise<string> {
  const chrome = await chromeFor(deps, req, page);
  const vm = deps.config.production ? page.vm : strictViewModel(page.vm);
  const body = render(page.view, { vm, chrome });
  return render(`layout/${page.layout}`, { chrome, body });
}

async function chromeFor(deps: HttpDeps, req: Request, page: PageReply): Promise<Chrome> {
  const actor = page.layout === 'staff' ? ((req.user as Actor | undefined) ?? null) : null;
  const { 'attune-theme': theme, 'attune-text': textSize, 'attune-timer': timer } = readCookies(req);
  return {
    lang: 'en',
    dir: 'ltr',
    title: page.title,
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    textSize: textSize === 'large' || textSize === 'larger' ? textSize : null,
    timerHidden: timer === 'hidden',
    styleHref: deps.asset('app.css'),
    scriptHref: deps.asset(SCRIPTS[page.layout]),
    csrf: csrfTokenFor(deps.secret, req, req.user !== undefined),
    nav: actor === null ? [] : navFor(actor.roles, req.path),
    person: actor === null ? null : { name: actor.name, roles: actor.roles.map(roleWords).join(', ') },
    organisation:
      actor === null ? (page.organisation ?? null) : await deps.organisationName(actor.organisationId),
    contact: page.contact ?? null,
    flash: takeFlash(req),
    simulated: page.simulated ?? false,
    signOutHref: actor === null ? null : '/sign-out',
  };
}

const NAV: readonly { label: string; href: string; roles: readonly Role[] | null }[] = [
  { label: 'Home', href: '/', roles: null },
  { label: 'Roles', href: '/requisitions', roles: ['recruiter', 'hiring-manager', 'interviewer'] },
  { label: 'Rating', href: '/rating', roles: ['rater'] },
  { label: 'Adjustments', href: '/adjustments', roles: ['adjustments'] },
  { label: 'People', href: '/people', roles: ['owner'] },
  { label: 'Settings', href: '/settings', roles: ['owner'] },
  { label: 'Rubric changes', href: '/rubric-changes', roles: ['owner', 'auditor'] },
  { label: 'Quality', href: '/quality', roles: ['owner', 'auditor'] },
  { label: 'Audit trail', href: '/audit', roles: ['owner', 'auditor'] },
];

function navFor(roles: readonly Role[], path: string): Chrome['nav'] {
  return NAV.filter((entry) => entry.roles === null || entry.roles.some((role) => roles.includes(role))).map(
    ({ label, href }) => ({ label, href, current: href === '/' ? path === '/' : path.startsWith(href) }),
  );
}

const roleWords = (role: Role): string => role.replace('-', ' ');
