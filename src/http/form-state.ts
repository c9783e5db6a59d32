import type { ErrorSummary, Field, Textarea } from './parts.ts';
import type { FieldProblem, RawFields } from './route.ts';

/** What a form shows: the values typed or stored, and what is wrong with them. */
export interface FormState {
  readonly values: RawFields;
  readonly problems: readonly FieldProblem[];
}

/** A form nobody has typed into yet. */
export const emptyForm: FormState = { values: {}, problems: [] };

/** The one text of a field; empty where nothing was typed. */
export const textOf = (form: FormState, name: string): string => firstText(form.values[name]) ?? '';

/** A text, or the first one of a list with something in it; null where there is no text at all. */
export function firstText(value: unknown): string | null {
  const texts = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
  return texts.find((one) => one.trim() !== '') ?? texts[0] ?? null;
}

/** All texts of a field that may be ticked or typed more than once. */
export function textsOf(form: FormState, name: string): readonly string[] {
  const value = form.values[name];
  return typeof value === 'string' ? [value] : (value ?? []);
}

export function errorOf(form: FormState, name: string): string | null {
  return form.problems.find((problem) => problem.field === name)?.message ?? null;
}

type FieldSpec = { readonly name: string; readonly label: string } & Partial<Omit<Field, 'name' | 'label'>>;

/** A field part with everything optional filled in. Passwords are never sent back. */
export function fieldFor(form: FormState, spec: FieldSpec): Field {
  const type = spec.type ?? 'text';
  return {
    id: spec.name,
    hint: null,
    error: errorOf(form, spec.name),
    value: type === 'password' ? '' : textOf(form, spec.name),
    required: true,
    autocomplete: null,
    min: null,
    max: null,
    ...spec,
    type,
  };
}

type TextareaSpec = { readonly name: string; readonly label: string } & Partial<
  Omit<Textarea, 'name' | 'label'>
>;

export function textareaFor(form: FormState, spec: TextareaSpec): Textarea {
  return {
    id: spec.name,
    hint: null,
    error: errorOf(form, spec.name),
    value: textOf(form, spec.name),
    rows: 6,
    required: true,
    words: null,
    key: null,
    ...spec,
  };
}

/** The summary above a form, each error a link to its field; null where nothing is wrong. */
export function summaryFor(form: FormState): ErrorSummary | null {
  if (form.problems.length === 0) return null;
  return {
    heading: 'Please look at this again',
    errors: form.problems.map(({ field, message }) => ({ text: message, fieldId: field ?? 'main' })),
  };
}
