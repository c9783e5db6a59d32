import type { ResponseValue } from '../item/response-value.ts';

/** Whether nothing was written to a prompt. It gets no rating task and counts as the lowest level, for whatever cause. */
export function isEmptyResponse(value: ResponseValue | null | undefined): boolean {
  return value?.kind !== 'written-response' || (value.a.trim() === '' && value.b.trim() === '');
}
