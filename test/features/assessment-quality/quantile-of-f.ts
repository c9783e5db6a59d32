/** By Simpson's rule over the density of ln F, and halving: slow, simple and good to five digits. */
export function quantileOfF(p: number, d1: number, d2: number): number {
  const density = (t: number) =>
    Math.exp((d1 / 2) * t - ((d1 + d2) / 2) * Math.log(1 + (d1 / d2) * Math.exp(t)));
  const area = (to: number) => {
    const [from, steps] = [-4, 4000];
    const h = (to - from) / steps;
    let sum = density(from) + density(to);
    for (let i = 1; i < steps; i += 1) sum += (i % 2 === 0 ? 2 : 4) * density(from + i * h);
    return (sum * h) / 3;
  };
  const whole = area(4);
  let [low, high] = [-4, 4];
  for (let i = 0; i < 40; i += 1) {
    const middle = (low + high) / 2;
    if (area(middle) / whole < p) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}
