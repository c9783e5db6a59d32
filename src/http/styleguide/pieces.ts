import type { Button, Cell, Field, Link, NavLink, SubmitButton, Textarea } from '../parts.ts';

/** What several examples are made of. */
export const noNotes = { hint: null, error: null };

export const link = (label: string, look: 'primary' | 'plain' = 'plain'): Button => ({
  kind: 'link',
  label,
  look,
  href: '#main',
});

export const submit = (
  label: string,
  look: SubmitButton['look'],
  key: SubmitButton['key'] = null,
): SubmitButton => ({
  kind: 'submit',
  label,
  look,
  name: null,
  value: null,
  form: null,
  fragment: null,
  key,
});

export const text = (value: string, sub: string | null = null): Cell => ({ kind: 'text', text: value, sub });

export const reasonBox: Textarea = {
  ...noNotes,
  id: 'reason',
  name: 'reason',
  label: 'Reason',
  hint: 'It is kept with the change.',
  value: '',
  rows: 3,
  required: true,
  words: null,
  key: null,
};

export const textField: Field = {
  ...noNotes,
  id: 'title',
  name: 'title',
  label: 'Title of the role',
  type: 'text',
  value: 'Patient support coordinator',
  required: true,
  autocomplete: null,
  min: null,
  max: null,
};

export const here = (label: string): Link => ({ label, href: '#main' });
export const place = (label: string, current = false): NavLink => ({ ...here(label), current });
