import type { Deps } from '../../deps.ts';
import type { Route } from '../../http/route.ts';
import { requisitionRoute } from '../../http/routes-for.ts';
import { noteHandlers } from './handlers.ts';
import { NoteParams, NoteRequest } from './requests.ts';

/** A short note of one's own on one applicant, and what others share. */
export function noteRoutes(deps: Deps): Route[] {
  const handlers = noteHandlers(deps);
  const path = '/requisitions/:requisitionId/applicants/:applicantId/note';
  return [
    requisitionRoute('compare', { method: 'get', path, params: NoteParams, handle: handlers.show }),
    requisitionRoute('compare', {
      method: 'post',
      path,
      params: NoteParams,
      body: NoteRequest,
      handle: handlers.save,
      invalid: handlers.typedAgain,
    }),
  ];
}
