import type { Value } from './bson/values.ts';

/** MongoDB's names and numbers for the errors that this store answers with. */
const NAMED = {
  InternalError: 1,
  BadValue: 2,
  FailedToParse: 9,
  Unauthorized: 13,
  TypeMismatch: 14,
  Overflow: 15,
  InvalidLength: 16,
  AuthenticationFailed: 18,
  InvalidBSON: 22,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  MaxTimeMSExpired: 50,
  DollarPrefixedFieldName: 52,
  InvalidIdField: 53,
  NotSingleValueField: 54,
  EmptyFieldName: 56,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  UnsatisfiableWriteConcern: 100,
  NotExactValueField: 111,
  CommandNotSupported: 115,
  InvalidPipelineOperator: 168,
  CannotIndexParallelArrays: 171,
  InvalidIndexSpecificationOption: 197,
  TransactionTooOld: 225,
  ConversionFailure: 241,
  QueryExceededMemoryLimitNoDiskUseAllowed: 292,
  BSONObjectTooLarge: 10334,
  IDLFailedToParse: 40414,
  IDLUnknownField: 40415,
  DuplicateKey: 11000,
  CursorInUse: 12051,
  OperationNotSupportedInTransaction: 263,
  OutOfDiskSpace: 14031,
} as const;

/** The name of an error, or the number where MongoDB gives no name: clients see `Location` and the number. */
export type ErrorName = keyof typeof NAMED | number;

/** A refusal that goes to the client with its code and name. */
export class CommandError extends Error {
  readonly code: number;
  readonly codeName: string;
  readonly details: Readonly<Record<string, Value>>;

  constructor(codeName: ErrorName, message: string, details: Readonly<Record<string, Value>> = {}) {
    super(message);
    this.code = typeof codeName === 'number' ? codeName : NAMED[codeName];
    this.codeName = typeof codeName === 'number' ? `Location${codeName}` : codeName;
    this.details = details;
  }
}

export function failWith(codeName: ErrorName, message: string): never {
  throw new CommandError(codeName, message);
}

/** For everything that real MongoDB can do and this store leaves to it. */
export function refuse(what: string, codeName: ErrorName = 'CommandNotSupported'): never {
  throw new CommandError(
    codeName,
    `${what} is not supported by the embedded store; use MONGODB_URI with MongoDB for it`,
  );
}
