import { Decimal128 } from 'bson';
import { addNumbers, smallestWhole, toDecimal } from '../bson/arithmetic.ts';
import { toExact, type Numeric } from '../bson/numbers.ts';
import { Int32 } from '../bson/values.ts';

/** A sum that loses nothing on the way: whole numbers exactly, doubles with what rounding took off each step. */
export class RunningSum {
  #whole = 0n;
  #double = 0;
  #lost = 0;
  #decimal = toDecimal(new Int32(0));
  #widest: 'int' | 'long' | 'double' | 'decimal' = 'int';

  add(value: Numeric): void {
    if (value instanceof Decimal128) {
      const sum = addNumbers(this.#decimal, value);
      if (sum instanceof Decimal128) this.#decimal = sum;
      this.#widest = 'decimal';
    } else if (typeof value === 'number') {
      this.#addDouble(value);
      if (this.#widest !== 'decimal') this.#widest = 'double';
    } else {
      this.#whole += toExact(value).digits;
      if (typeof value === 'bigint' && this.#widest === 'int') this.#widest = 'long';
    }
  }

  value(): Numeric {
    const whole = smallestWhole(this.#whole);
    if (this.#widest === 'int') return whole;
    if (this.#widest === 'long') return typeof whole === 'number' ? whole : this.#whole;
    const double = Number.isFinite(this.#double)
      ? Number(this.#whole) + this.#double + this.#lost
      : this.#double;
    if (this.#widest === 'double') return double;
    return addNumbers(this.#decimal, this.#double === 0 && this.#lost === 0 ? this.#whole : double);
  }

  /** Neumaier: the smaller of the two summands is where digits are lost. */
  #addDouble(value: number): void {
    const sum = this.#double + value;
    const [large, small] =
      Math.abs(this.#double) >= Math.abs(value) ? [this.#double, value] : [value, this.#double];
    this.#lost += large - sum + small;
    this.#double = sum;
  }
}
