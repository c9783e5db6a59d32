interface HtmlPolicy {
  createHTML(text: string): string;
}
interface PolicyMaker {
  createPolicy(name: string, rules: HtmlPolicy): HtmlPolicy;
}

/**
 * A submit button with data-fragment="ID" posts its form in the background and swaps that one element.
 * Anything unexpected falls back to the plain form post, whose page shows what happened.
 */
export function startFragments(root: Document): void {
  if (root.querySelector('[data-fragment]') === null) return;
  const policy = htmlPolicy();
  root.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    const id = button?.dataset.fragment;
    if (!button?.form || id === undefined) return;
    const old = root.getElementById(id);
    if (old === null) return;
    event.preventDefault();
    old.setAttribute('aria-busy', 'true');
    swap(button, button.form, old, policy).catch(() => {
      old.removeAttribute('aria-busy');
      delete button.dataset.fragment;
      button.click();
    });
  });
}

async function swap(
  button: HTMLButtonElement,
  form: HTMLFormElement,
  old: HTMLElement,
  policy: HtmlPolicy,
): Promise<void> {
  const fields = new FormData(form);
  if (button.name !== '') fields.append(button.name, button.value);
  const body = new URLSearchParams();
  fields.forEach((value, name) => {
    if (typeof value === 'string') body.append(name, value);
  });
  const answer = await fetch(button.formAction, {
    method: 'POST',
    headers: { 'X-Fragment': old.id },
    body,
    credentials: 'same-origin',
    redirect: 'error',
  });
  const isPage = answer.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (!answer.ok || !isPage || new URL(answer.url).origin !== location.origin) throw new Error('no fragment');
  const template = document.createElement('template');
  template.innerHTML = policy.createHTML(await answer.text());
  const fresh = template.content.getElementById(old.id);
  if (fresh === null) throw new Error('no fragment');
  old.replaceWith(fresh);
  const status = document.getElementById('page-status');
  if (status !== null) status.textContent = fresh.querySelector('[data-says]')?.textContent ?? 'Updated';
}

/** The one Trusted Types policy of the staff pages, for HTML from our own origin only. */
function htmlPolicy(): HtmlPolicy {
  const rules = { createHTML: (text: string) => text };
  const maker = (globalThis as { trustedTypes?: PolicyMaker }).trustedTypes;
  return maker === undefined ? rules : maker.createPolicy('fragment', rules);
}
