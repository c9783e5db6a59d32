import type { Request, Response } from 'express';
import multer, { MulterError } from 'multer';
import type { FieldProblem } from './route.ts';
import type { UploadedFile, UploadSpec } from './upload.ts';

type Received =
  | { readonly kind: 'received'; readonly file: UploadedFile | null }
  | { readonly kind: 'refused'; readonly problems: readonly FieldProblem[] };

/** Each holds its file in memory; with more at once a small machine would run out of it. */
const MOST_AT_ONCE = 4;
let underWay = 0;

/**
 * Reads a form with a file into memory and puts its texts where every form's texts are. A file over the limit is read
 * to its end and dropped, so that the browser shows the answer; the server's own time limit ends slow ones. A form that
 * is not multipart was read before and has no file.
 */
export async function receiveUpload(spec: UploadSpec, req: Request, res: Response): Promise<Received> {
  if (!req.is('multipart')) return { kind: 'received', file: null };
  if (underWay >= MOST_AT_ONCE) return busy;
  underWay += 1;
  try {
    const problem = await readForm(spec, req, res);
    if (problem !== null) return { kind: 'refused', problems: [problem] };
    const { file } = req;
    const chosen = file !== undefined && file.size > 0;
    return { kind: 'received', file: chosen ? { name: file.originalname, bytes: file.buffer } : null };
  } finally {
    underWay -= 1;
  }
}

const busy: Received = {
  kind: 'refused',
  problems: [
    {
      field: null,
      message: 'Several files are being read at the moment. Wait a few seconds and send it again.',
    },
  ],
};

function readForm(spec: UploadSpec, req: Request, res: Response): Promise<FieldProblem | null> {
  // Whoever hung up before this, and whoever was read before, sends no further sign that could end the wait.
  if (req.destroyed || req.readableEnded) return Promise.resolve(unreadable);
  const read = multer({
    storage: multer.memoryStorage(),
    limits: {
      files: 1,
      fileSize: spec.mostBytes,
      fields: 8,
      fieldSize: spec.mostTextBytes,
      fieldNameSize: 60,
      fieldNestingDepth: 0,
      parts: 9,
      headerPairs: 20,
    },
  }).single(spec.field);
  return new Promise((resolve) => {
    read(req, res, (fault?: unknown) => {
      resolve(fault === undefined || fault === null ? null : explain(fault, spec));
    });
  });
}

const unreadable: FieldProblem = { field: null, message: 'The form did not arrive whole. Send it again.' };

function explain(fault: unknown, { field, mostBytes, mostTextBytes }: UploadSpec): FieldProblem {
  if (!(fault instanceof MulterError)) return unreadable;
  if (fault.code === 'LIMIT_FILE_SIZE')
    return {
      field,
      message: `The file is larger than ${megabytes(mostBytes)}. Split it and send the parts.`,
    };
  if (fault.code === 'LIMIT_FIELD_VALUE')
    return {
      field: fault.field ?? null,
      message: `This is more than ${megabytes(mostTextBytes)}. Save it as a file and choose that instead.`,
    };
  if (fault.code === 'LIMIT_FILE_COUNT' || fault.code === 'LIMIT_UNEXPECTED_FILE')
    return { field, message: 'Choose one file.' };
  return unreadable;
}

const megabytes = (bytes: number): string => `${Math.round(bytes / (1024 * 1024))} MB`;
