import type { Value } from './bson/values.ts';

/** MongoDB's names and numbers for the errors that this store answers with. */
const NAMED = {
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
  NotSingleValueField: 54,
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
  ConversionFailure: 241,
  QueryExceededMemoryLimitNoDiskUseAllowed: 292,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
  OperationNotSupportedInTransaction: 263,
  OutOfDiskSpace: 14031,
} as const;

/** Errors that MongoDB numbers and does not name; clients see `Location` and the number. */
const UNNAMED = {
  UnknownGroupOperator: 15952,
  GroupWithoutId: 15955,
  LimitNotPositive: 15958,
  ProjectNotObject: 15969,
  EmptyPathPart: 15998,
  WrongOperandCount: 16020,
  UndefinedVariable: 17276,
  OperandCountOutOfRange: 28667,
  SliceNotArray: 28724,
  IndexPathNotText: 28810,
  UnknownUnwindOption: 28811,
  UnwindWithoutPath: 28812,
  UnwindWithoutDollar: 28818,
  IndexPathWithDollar: 28822,
  UnsetNotNames: 31120,
  PathCollisionInside: 31249,
  PathCollision: 31250,
  InclusionInExclusion: 31253,
  ExclusionInInclusion: 31254,
  SwitchNotObject: 40060,
  SwitchBranchesNotArray: 40061,
  SwitchBranchNotObject: 40062,
  SwitchUnknownInBranch: 40063,
  SwitchWithoutCase: 40064,
  SwitchWithoutThen: 40065,
  SwitchWithoutMatch: 40066,
  SwitchUnknownOption: 40067,
  SwitchWithoutBranches: 40068,
  NotAccumulatorObject: 40234,
  NotOneAccumulator: 40238,
  StageNotOneField: 40323,
  UnrecognizedPipelineStage: 40324,
  EmptyPath: 40352,
  PathEndsWithDot: 40353,
  NotArrayOfPairs: 40386,
  ToArrayNotObject: 40390,
  FieldRequired: 40414,
  UnknownField: 40415,
  ProjectWithoutFields: 51272,
  SkipNotNumber: 5107200,
  LimitNotNumber: 5107201,
} as const;

const CODES = { ...NAMED, ...UNNAMED };

export type ErrorName = keyof typeof CODES;

/** A refusal that goes to the client with its code and name. */
export class CommandError extends Error {
  readonly code: number;
  readonly codeName: string;
  readonly details: Readonly<Record<string, Value>>;

  constructor(codeName: ErrorName, message: string, details: Readonly<Record<string, Value>> = {}) {
    super(message);
    this.code = CODES[codeName];
    this.codeName = codeName in UNNAMED ? `Location${this.code}` : codeName;
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
