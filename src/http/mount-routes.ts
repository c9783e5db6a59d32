import { Router, type Request, type Response } from 'express';
import { AttemptGone } from '../core/attempt/attempt-gone.ts';
import { deviceClassOf } from '../core/attempt/device-class.ts';
import { isOwnRequest } from './csrf.ts';
import { guard } from './guard.ts';
import { readCookies } from './cookies.ts';
import type { HttpDeps } from './http-deps.ts';
import { parseAddress, parseBody, rawFields } from './parse-request.ts';
import { isTooLong } from './read-forms.ts';
import { receiveUpload } from './receive-upload.ts';
import { notFound, type Reply } from './reply.ts';
import { contextOf } from './request-context.ts';
import { sendAgainPage } from './send-again-page.ts';
import type { FieldProblem, Route } from './route.ts';
import type { SendReply } from './send-reply.ts';
import { webSessionDoor } from './web-session.ts';

const FORGED: FieldProblem = {
  field: null,
  message:
    'This page had been open for too long or was opened twice. Nothing was lost: press the button again.',
};

const TOO_LONG: FieldProblem = {
  field: null,
  message:
    'This is more text than the page can take, so nothing was saved. It is still here: shorten it and send it again.',
};

const NO_UPLOAD = { kind: 'received', file: null } as const;

/** Mounts the features' route tables. Every route passes: guard, address, upload, anti-forgery check, body, handler. */
export function mountRoutes(deps: HttpDeps, routes: readonly Route[], send: SendReply): Router {
  const router = Router({ caseSensitive: true, strict: true });
  for (const route of routes) {
    router[route.method](route.path, async (req, res) => {
      contextOf(req).pattern = route.path;
      await send(req, res, await answerLasting(deps, route, req, res));
    });
  }
  return router;
}

/** Where the attempt is erased while the request is under way, it is answered as if it had come a moment later. */
async function answerLasting(deps: HttpDeps, route: Route, req: Request, res: Response): Promise<Reply> {
  try {
    return await answer(deps, route, req, res);
  } catch (error) {
    if (error instanceof AttemptGone) return answer(deps, route, req, res);
    throw error;
  }
}

async function answer(deps: HttpDeps, route: Route, req: Request, res: Response): Promise<Reply> {
  const decision = await guard(deps, route.access, req);
  if (decision.kind === 'denied') return decision.reply;
  const address = parseAddress(route, req);
  if (address === null) return notFound;
  const input = {
    ...decision.granted,
    ...address,
    recvAt: contextOf(req).recvAt,
    wantsJson: wantsJson(req),
    clientIp: req.ip ?? 'unknown',
    deviceClass: deviceClassOf(req.get('Sec-CH-UA-Mobile'), req.get('User-Agent')),
    cookies: readCookies(req),
    webSession: webSessionDoor(req),
    file: null,
  };
  if (req.method !== 'POST') return route.handle({ ...input, body: {} } as never);
  res.set('Cache-Control', 'no-store');
  const upload = route.upload === null ? NO_UPLOAD : await receiveUpload(route.upload, req, res);
  if (upload.kind === 'refused') return refuse(deps, route, req, input, upload.problems, 413);
  if (!isOwnRequest(route.access, deps.secret, deps.config.publicUrl, req)) {
    return refuse(deps, route, req, input, [FORGED], 403);
  }
  if (isTooLong(req)) return refuse(deps, route, req, input, [TOO_LONG], 413);
  const parsed = parseBody(route, req);
  if (parsed.kind === 'invalid') return refuse(deps, route, req, input, parsed.problems, 422);
  return route.handle({ ...input, file: upload.file, body: parsed.body } as never);
}

async function refuse(
  { config }: HttpDeps,
  route: Route,
  req: Request,
  input: object,
  problems: readonly FieldProblem[],
  status: 403 | 413 | 422,
): Promise<Reply> {
  if (wantsJson(req)) {
    const listed = problems.map(({ field, message }) => ({ field, message }));
    return { kind: 'json', status, body: { error: status === 403 ? 'forged' : 'invalid', problems: listed } };
  }
  if (route.invalid === null) {
    const again = status === 403 ? sendAgainPage(config.publicUrl, req, 'open-too-long') : null;
    if (again !== null) return again;
    const text = problems.map((problem) => problem.message).join(' ');
    return { kind: 'refused', status, heading: 'That did not work', text: `${text} Go back and try again.` };
  }
  const reply = await route.invalid({ ...input, raw: rawFields(req), problems } as never);
  return reply.kind === 'page' ? { ...reply, status: reply.status ?? status } : reply;
}

function wantsJson(req: Request): boolean {
  return req.accepts(['html', 'json']) === 'json';
}
