import { Router } from 'express';
import type { HttpDeps } from './http-deps.ts';

/** For whoever runs the process: is it alive, and may it be given requests? */
export function healthRoutes({ notReady }: HttpDeps): Router {
  const router = Router();
  router.get('/health/live', (_req, res) => {
    res.json({ alive: true });
  });
  router.get('/health/ready', async (_req, res) => {
    const reason = await notReady();
    res.status(reason === null ? 200 : 503).json({ ready: reason === null, reason });
  });
  return router;
}
