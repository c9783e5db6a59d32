import { z } from 'zod';
import { LONGEST_ANSWER } from '../../core/applicant/look-again.ts';
import type { Deps } from '../../deps.ts';
import type { Route } from '../../http/route.ts';
import { staffRoute } from '../../http/routes-for.ts';
import { requestHandlers } from './request-handlers.ts';

const params = z.strictObject({ requestId: z.string().regex(/^[\w-]{22}$/) });

const AnswerRequest = z.strictObject({
  answer: z
    .string('Write the answer.')
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .min(1, 'Write the answer.')
        .max(LONGEST_ANSWER, 'Shorten the answer to 2,000 characters.')
        .regex(/^[^\0\p{Cs}]*$/u, 'Type this again: it holds a character that cannot be shown.'),
    ),
});

/** Answering candidates who ask a person to look again. Whose it is to answer, the page itself decides. */
export function lookAgainRoutes(deps: Deps): Route[] {
  const request = requestHandlers(deps);
  const path = '/look-again/:requestId';
  return [
    staffRoute({ method: 'get', path, params, handle: request.show }),
    staffRoute({
      method: 'post',
      path,
      params,
      body: AnswerRequest,
      handle: request.answer,
      invalid: request.answerAgain,
    }),
  ];
}
