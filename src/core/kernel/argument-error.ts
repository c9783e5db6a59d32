/** A value of the wrong type was handed to a statistic: a fault of the caller, which names the argument. */
export class ArgumentError extends TypeError {
  readonly argument: string;

  constructor(argument: string, wanted: string) {
    super(`${argument} must be ${wanted}`);
    this.name = 'ArgumentError';
    this.argument = argument;
  }
}
