import type { CandidateContact } from './parts.ts';
import type { Flash } from './reply.ts';

/** Everything around a page that is not the page's own: filled by `render`, read by layouts and `parts/csrf`. */
export interface Chrome {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly title: string;
  readonly theme: 'light' | 'dark' | null;
  /** Larger text, as a candidate chose it. */
  readonly textSize: 'large' | 'larger' | null;
  /** A candidate wants no clock on the page before the last minutes. */
  readonly timerHidden: boolean;
  readonly styleHref: string;
  readonly scriptHref: string | null;
  readonly csrf: string;
  readonly nav: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
  readonly person: { readonly name: string; readonly roles: string } | null;
  readonly organisation: string | null;
  readonly contact: CandidateContact | null;
  readonly flash: Flash | null;
  readonly simulated: boolean;
  readonly signOutHref: string | null;
}
