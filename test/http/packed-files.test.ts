import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import request from 'supertest';
import { preferPacked } from '../../src/http/packed-files.ts';

const SCRIPT = 'const words = "the same words again and again, again and again";\n';
let folder: string;
const app = express();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-packed-'));
  writeFileSync(join(folder, 'page.js'), SCRIPT);
  writeFileSync(join(folder, 'page.js.gz'), gzipSync(SCRIPT));
  writeFileSync(join(folder, 'plain.css'), 'p { color: red }');
  app.use('/assets', preferPacked(folder), express.static(folder));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('Built files', () => {
  it('go packed to a browser that can unpack them, under their own type', async () => {
    const answer = await request(app).get('/assets/page.js').set('Accept-Encoding', 'gzip, br').expect(200);
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(answer.headers['content-type']).toMatch(/javascript/);
    expect(answer.headers['vary']).toBe('Accept-Encoding');
    expect(answer.text).toBe(SCRIPT);
  });

  it('go as they are to one that cannot', async () => {
    const answer = await request(app).get('/assets/page.js').set('Accept-Encoding', 'identity').expect(200);
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.headers['vary']).toBe('Accept-Encoding');
    expect(answer.text).toBe(SCRIPT);
  });

  it('go as they are where no packed copy lies beside them', async () => {
    const answer = await request(app).get('/assets/plain.css').set('Accept-Encoding', 'gzip').expect(200);
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.text).toBe('p { color: red }');
  });
});
