import { canonicalForm, type Plain } from '../core/kernel/canonical-form.ts';
import { sha256 } from './secrets.ts';

/** The same id for the same content, whatever the order of its fields. */
export function contentId<Id extends string>(content: object): Id {
  return sha256(canonicalForm(JSON.parse(JSON.stringify(content)) as Plain)) as Id;
}
