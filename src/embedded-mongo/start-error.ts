export type StartErrorCode =
  | 'directory-in-use'
  | 'directory-not-writable'
  | 'port-in-use'
  | 'unknown-format'
  | 'damaged-data'
  | 'start-failed';

/** Why the store did not start; the message says what to do. */
export class StartError extends Error {
  readonly code: StartErrorCode;

  constructor(code: StartErrorCode, message: string) {
    super(message);
    this.name = 'StartError';
    this.code = code;
  }
}
