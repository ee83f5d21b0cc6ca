const longestName = 32;

/** Letters that are not an accented form of another one, as they are written in plain ASCII. */
const plainLetters: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'o',
  å: 'a',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  đ: 'd',
  ŋ: 'n',
  ŧ: 't',
  œ: 'oe',
  ł: 'l',
};

/**
 * A column header as a variable's name: lower-case ASCII letters, digits and underscores, beginning with a letter, at most 32
 * characters and cut between words. Empty when the header has no letter that can be written so.
 */
export function slug(header: string): string {
  const plain = header
    .toLowerCase()
    .replace(/[æøåðþßđŋŧœł]/gu, (letter) => plainLetters[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
  const whole = plain.replace(/[^a-z0-9]+/gu, '_').replace(/^[_0-9]+|_+$/gu, '');
  if (whole.length <= longestName) return whole;
  const cut = whole.slice(0, longestName + 1).lastIndexOf('_');
  return whole.slice(0, cut > longestName / 2 ? cut : longestName);
}

/** Gives each wanted name once: "age", "age_2", "age_3". Names in `taken` count as given. */
export function createNameGiver(taken: Iterable<string>): (wanted: string) => string {
  const given = new Set(taken);
  return (wanted) => {
    let name = wanted;
    for (let turn = 2; given.has(name); turn += 1) name = `${wanted}_${turn}`;
    given.add(name);
    return name;
  };
}
