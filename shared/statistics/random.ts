/** A source of numbers in [0, 1) with 53 random bits. */
export type Random = () => number;

/**
 * Seeded generator: xoshiro128** with its state filled by splitmix32, so that one seed always gives one sequence on every machine.
 * For Monte Carlo only, never for secrets. Source: Blackman & Vigna 2021.
 */
export function seededRandom(seed: number): Random {
  const state = splitmix(seed);
  return () => {
    const high = next(state) >>> 5;
    const low = next(state) >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  };
}

function splitmix(seed: number): Uint32Array {
  const state = new Uint32Array(4);
  let counter = seed >>> 0;
  for (let word = 0; word < 4; word += 1) {
    counter = (counter + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(counter ^ (counter >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    state[word] = mixed ^ (mixed >>> 15);
  }
  return state;
}

function next(state: Uint32Array): number {
  const [a = 0, b = 0, c = 0, d = 0] = state;
  const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
  const third = c ^ a;
  const fourth = d ^ b;
  state[1] = b ^ third;
  state[0] = a ^ fourth;
  state[2] = third ^ (b << 9);
  state[3] = rotate(fourth, 11);
  return result;
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
