import type { Config } from '../config.ts';

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Why the store could not be opened, with what to do. */
export function explainStore(config: Config, error: unknown): string {
  if (config.mongodbUri !== null) {
    return `The database of MONGODB_URI does not answer (${errorName(error)}). Check that it runs, that the address and credentials are right, and that this machine may reach it.`;
  }
  const code = codeOf(error);
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
    return `The folder ${config.dataDir} cannot be written. Give this user write permission or set DATA_DIR to another folder.`;
  }
  return textOf(error);
}

/** Why there is no listening, with what to do. */
export function explainListen(config: Config, error: unknown): string {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return `Port ${config.port} is in use. Stop what uses it or set PORT to another number.`;
    case 'EACCES':
      return `Port ${config.port} may not be used by this user. Set PORT to a number above 1023.`;
    case 'EADDRNOTAVAIL':
      return `This machine has no address ${config.host}. Set HOST to one it has.`;
    default:
      return textOf(error);
  }
}

/** The kind of failure only: the message of a driver may repeat an address with its password. */
function errorName(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown error';
}
