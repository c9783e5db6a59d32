import type { Deps } from '../../deps.ts';
import type { Route } from '../../http/route.ts';
import { requisitionRoute } from '../../http/routes-for.ts';
import { askHandlers } from './ask-handlers.ts';
import { interviewHandlers } from './interview-handlers.ts';
import { ApplicantParams, AskRequest, RoleParams, ViewRequest } from './requests.ts';
import { viewHandlers } from './view-handlers.ts';

/** Who is asked about an applicant, and what each of them thinks before they read the others. */
export function independentViewRoutes(deps: Deps): Route[] {
  const ask = askHandlers(deps);
  const view = viewHandlers(deps);
  const role = '/requisitions/:requisitionId';
  const applicant = `${role}/applicants/:applicantId`;
  const ofRole = { path: `${role}/asked`, params: RoleParams };
  const ofOne = { path: `${applicant}/asked`, params: ApplicantParams };
  const views = { path: `${applicant}/views`, params: ApplicantParams };
  const asking = { body: AskRequest, handle: ask.save, invalid: ask.again };
  return [
    requisitionRoute('view', {
      method: 'get',
      path: `${role}/interviews`,
      params: RoleParams,
      handle: interviewHandlers(deps).show,
    }),
    requisitionRoute('decide', { method: 'get', ...ofRole, handle: ask.show }),
    requisitionRoute('decide', { method: 'post', ...ofRole, ...asking }),
    requisitionRoute('decide', { method: 'get', ...ofOne, handle: ask.show }),
    requisitionRoute('decide', { method: 'post', ...ofOne, ...asking }),
    requisitionRoute('view', { method: 'get', ...views, handle: view.show }),
    requisitionRoute('view', {
      method: 'post',
      ...views,
      body: ViewRequest,
      handle: view.give,
      invalid: view.giveAgain,
    }),
  ];
}
