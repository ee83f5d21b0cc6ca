const ownCode = /^R(\d{1,9})$/u;

/**
 * Gives every respondent of an import a code that nobody in the project has: the file's own, with a number behind it when it is
 * taken ("17", "17-2"); or, where the file has none, R001 and on from the highest that is in use.
 */
export function createCodeGiver(taken: readonly string[]): (fromFile: string | null) => string {
  const given = new Set(taken);
  const turns = new Map<string, number>();
  let highest = taken.reduce((most, code) => Math.max(most, Number(ownCode.exec(code)?.[1] ?? 0)), 0);
  const nextOwn = (): string => {
    do highest += 1;
    while (given.has(`R${String(highest).padStart(3, '0')}`));
    return `R${String(highest).padStart(3, '0')}`;
  };
  return (fromFile) => {
    let code = fromFile ?? nextOwn();
    if (fromFile !== null) {
      // The turn is remembered, so that a column with one value throughout does not count from two again on every row.
      let turn = turns.get(fromFile) ?? 1;
      while (given.has(code)) {
        turn += 1;
        code = `${fromFile}-${turn}`;
      }
      turns.set(fromFile, turn);
    }
    given.add(code);
    return code;
  };
}
