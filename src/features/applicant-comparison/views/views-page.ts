import type { Actor } from '../../../core/person/person.ts';
import type { Requisition } from '../../../core/requisition/requisition.ts';
import { emptyForm, fieldFor, summaryFor, textOf, type FormState } from '../../../http/form-state.ts';
import type { Checkbox, Field } from '../../../http/parts.ts';
import type { PageReply } from '../../../http/reply.ts';
import type { SavedView } from '../../../store/saved-view-store.ts';

interface ViewsPage {
  readonly actor: Actor;
  readonly requisition: Requisition;
  readonly views: readonly SavedView[];
  /** The address of the list to save. */
  readonly list: string;
  readonly form: FormState;
}

/** The views of a role: a new one, one's own to rename or delete, and what others share. */
export function viewsPage({ actor, requisition, views, list, form }: ViewsPage): PageReply {
  const at = `/requisitions/${requisition.id}`;
  const vm = {
    breadcrumb: {
      links: [
        { label: requisition.title, href: at },
        { label: 'Applicants', href: `${at}/applicants` },
      ],
      here: 'Saved views',
    },
    header: { heading: 'Saved views', sub: requisition.title, chips: [], buttons: [] },
    summary: summaryFor(form),
    save: {
      action: `${at}/list-views`,
      list,
      name: nameField('name', textOf(form, 'name'), form),
      shared: sharedBox('shared', textOf(form, 'shared') === 'yes'),
      what:
        list === ''
          ? 'This is the whole list. Narrow or sort it first to save something else.'
          : 'The list as you narrowed and sorted it. Whoever opens it sees the applicants of that moment.',
    },
    views: views.map((view) => ({
      name: view.name,
      href: `${at}/applicants${view.query === '' ? '' : `?${view.query}`}`,
      note: view.shared ? 'shared with the members of this role' : 'private',
      own: view.personId === actor.personId ? ownForm(at, view) : null,
    })),
    back: `${at}/applicants${list === '' ? '' : `?${list}`}`,
  };
  return {
    kind: 'page',
    layout: 'staff',
    view: 'applicant-comparison/views',
    title: `Saved views, ${requisition.title}`,
    simulated: requisition.simulated,
    vm,
  };
}

const ownForm = (at: string, { id, name, shared }: SavedView) => ({
  action: `${at}/list-views/${id}`,
  removal: `${at}/list-views/${id}/removal`,
  name: { ...nameField(`name-${id}`, name, emptyForm), name: 'name' },
  shared: { ...sharedBox(`shared-${id}`, shared), name: 'shared' },
});

const nameField = (id: string, value: string, form: FormState): Field => ({
  ...fieldFor(form, { name: id, label: 'Name', autocomplete: 'off' }),
  value,
});

const sharedBox = (id: string, checked: boolean): Checkbox => ({
  id,
  name: id,
  label: 'Share it with the members of this role',
  hint: null,
  error: null,
  value: 'yes',
  checked,
});
