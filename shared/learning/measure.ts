/** What was suggested for one held-out text, and what coders had put on it. */
export interface HeldOut {
  readonly person: string;
  readonly suggested: readonly string[];
  readonly coded: readonly string[];
}

/** How often suggestions were right. Precision and recall are null where fewer persons than asked for stand behind them. */
export interface Figures {
  readonly right: number;
  readonly suggested: number;
  readonly coded: number;
  readonly codedPersons: number;
  readonly suggestedPersons: number;
  /** right / suggested */
  readonly precision: number | null;
  /** right / coded */
  readonly recall: number | null;
}

interface Growing {
  right: number;
  suggested: number;
  coded: number;
  readonly codedBy: Set<string>;
  readonly suggestedFor: Set<string>;
}

/**
 * Counts text by text: a suggestion is right where a coder has put the same theme on the same text. Themes that are not among
 * `themes` are never suggested; what coders put of them still counts against the recall of all together.
 */
export function figuresOf(
  texts: readonly HeldOut[],
  themes: readonly string[],
  fewestPersons: number,
): { readonly overall: Figures; readonly byTheme: ReadonlyMap<string, Figures> } {
  const all = growing();
  const each = new Map(themes.map((theme) => [theme, growing()]));
  for (const { person, suggested, coded } of texts) {
    for (const theme of suggested) {
      for (const sum of [all, each.get(theme)]) {
        if (sum === undefined) continue;
        sum.suggested += 1;
        sum.suggestedFor.add(person);
        if (coded.includes(theme)) sum.right += 1;
      }
    }
    for (const theme of coded) {
      for (const sum of [all, each.get(theme)]) {
        if (sum === undefined) continue;
        sum.coded += 1;
        sum.codedBy.add(person);
      }
    }
  }
  const finish = ({ right, suggested, coded, codedBy, suggestedFor }: Growing): Figures => ({
    right,
    suggested,
    coded,
    codedPersons: codedBy.size,
    suggestedPersons: suggestedFor.size,
    precision: suggestedFor.size < fewestPersons ? null : right / suggested,
    recall: codedBy.size < fewestPersons ? null : right / coded,
  });
  return { overall: finish(all), byTheme: new Map([...each].map(([theme, sum]) => [theme, finish(sum)])) };
}

function growing(): Growing {
  return { right: 0, suggested: 0, coded: 0, codedBy: new Set(), suggestedFor: new Set() };
}
