import type { Value } from './bson/values.ts';

/** MongoDB's numbers for the errors that this store answers with. */
const CODES = {
  InternalError: 1,
  BadValue: 2,
  GraphContainsCycle: 5,
  FailedToParse: 9,
  Unauthorized: 13,
  TypeMismatch: 14,
  Overflow: 15,
  InvalidLength: 16,
  ProtocolError: 17,
  AuthenticationFailed: 18,
  IllegalOperation: 20,
  InvalidBSON: 22,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  MaxTimeMSExpired: 50,
  DollarPrefixedFieldName: 52,
  InvalidIdField: 53,
  EmptyFieldName: 56,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  OperationFailed: 96,
  CommandNotSupported: 115,
  InvalidPipelineOperator: 168,
  CannotIndexParallelArrays: 171,
  InvalidIndexSpecificationOption: 197,
  TransactionTooOld: 225,
  QueryExceededMemoryLimitNoDiskUseAllowed: 292,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
  OperationNotSupportedInTransaction: 263,
  OutOfDiskSpace: 14031,
  UnrecognizedPipelineStage: 40324,
  FieldRequired: 40414,
  UnknownField: 40415,
  UnknownGroupOperator: 15952,
} as const;

export type ErrorName = keyof typeof CODES;

/** A refusal that goes to the client with its code and name. */
export class CommandError extends Error {
  readonly code: number;
  readonly codeName: ErrorName;
  readonly details: Readonly<Record<string, Value>>;

  constructor(codeName: ErrorName, message: string, details: Readonly<Record<string, Value>> = {}) {
    super(message);
    this.code = CODES[codeName];
    this.codeName = codeName;
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
