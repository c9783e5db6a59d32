import type { Request, Response } from 'express';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeCookies } from './cookies.ts';
import { setPageHeaders } from './headers.ts';
import type { HttpDeps } from './http-deps.ts';
import { createViews } from './render-view.ts';
import { renderPage } from './render.ts';
import type { PageReply, RefusedReply, Reply, StreamReply } from './reply.ts';
import { contextOf } from './request-context.ts';
import { putFlash } from './web-session.ts';

export type SendReply = (req: Request, res: Response, reply: Reply) => Promise<void>;

/** The one way from a handler's answer to the wire. */
export function createSendReply(deps: HttpDeps): SendReply {
  const secure = deps.config.publicUrl.startsWith('https:');
  const render = createViews(join(deps.root, 'views'));

  async function sendPage(req: Request, res: Response, page: PageReply): Promise<void> {
    setPageHeaders(res, page.layout);
    const html = await renderPage(deps, render, req, page);
    res
      .status(page.status ?? 200)
      .type('html')
      .send(html);
  }

  return async (req, res, reply) => {
    if ('cookies' in reply) writeCookies(res, reply.cookies, secure);
    switch (reply.kind) {
      case 'page':
        return sendPage(req, res, reply);
      case 'redirect':
        if (reply.flash) putFlash(req, reply.flash);
        res.redirect(303, reply.to);
        return;
      case 'json':
        res
          .status(reply.status)
          .set(reply.headers ?? {})
          .set('Cache-Control', 'no-store')
          .json(reply.body);
        return;
      case 'file':
        res
          .status(200)
          .set('Cache-Control', 'no-store')
          .attachment(reply.fileName)
          .type(reply.type)
          .send(reply.text);
        return;
      case 'stream':
        res.status(200).set('Cache-Control', 'no-store').attachment(reply.fileName).type(reply.type);
        return sendPieces(res, reply);
      case 'refused':
        if (reply.status === 503) res.set('Retry-After', '5');
        if (req.accepts(['html', 'json']) === 'json') {
          res.status(reply.status).json({ error: reply.heading, text: reply.text });
          return;
        }
        return sendPage(req, res, refusedPage(reply, reply.status === 404 ? null : contextOf(req).requestId));
    }
  };
}

/** The next piece is asked for when the one before has left. A reader who goes away is no fault of ours. */
async function sendPieces(res: Response, { pieces, ended }: StreamReply): Promise<void> {
  try {
    const source = Readable.from(resetOnFault(pieces, res), { objectMode: true, highWaterMark: 1 });
    await pipeline(source, res);
  } catch (error) {
    await ended?.(false);
    if ((error as { code?: unknown }).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
    return;
  }
  await ended?.(true);
}

/** Where the end of the connection is the end of the file, as behind an old proxy, only a reset says that it is not whole. */
async function* resetOnFault(
  pieces: StreamReply['pieces'],
  res: Response,
): AsyncGenerator<string | Uint8Array> {
  try {
    yield* pieces;
  } catch (error) {
    if (!res.chunkedEncoding) res.socket?.resetAndDestroy();
    throw error;
  }
}

function refusedPage(reply: RefusedReply, reference: string | null): PageReply {
  return {
    kind: 'page',
    status: reply.status,
    layout: 'plain',
    view: 'errors/error',
    title: reply.heading,
    vm: {
      heading: reply.heading,
      text: reply.text,
      actions: reply.actions ?? [{ label: 'Go to the first page', href: '/' }],
      reference,
    },
  };
}
