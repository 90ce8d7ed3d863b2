// Exact fractions: numerator and denominator as whole numbers of any size, always reduced.
const divisor = (a, b) => {
  while (b) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
};

const ratio = (n, d = 1n) => {
  const shared = divisor(n, d) * (d < 0n ? -1n : 1n);
  return { n: n / shared, d: d / shared };
};

const NOTHING = ratio(0n);
const HUNDRED = ratio(100n);

/** From a text such as 2137/30. */
const exact = (text) => ratio(...text.split("/").map(BigInt));
const plus = (a, b) => ratio(a.n * b.d + b.n * a.d, a.d * b.d);
const minus = (a, b) => ratio(a.n * b.d - b.n * a.d, a.d * b.d);
const times = (a, b) => ratio(a.n * b.n, a.d * b.d);
const over = (a, b) => ratio(a.n * b.d, a.d * b.n);
const compare = (a, b) => {
  const ahead = a.n * b.d - b.n * a.d;
  return Number(ahead > 0n) - Number(ahead < 0n);
};
const sum = (values) => values.reduce(plus, NOTHING);
const weighted = (pairs) => sum(pairs.map(([weight, value]) => times(weight, value)));
