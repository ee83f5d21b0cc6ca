/** What a source says about a text: one theme, its polarity, the phrase it stands on, and why when it is only implied. */
export interface ThemeMark {
  readonly theme: string;
  readonly polarity: Polarity | null;
  readonly start: number;
  readonly end: number;
  readonly isWhole: boolean;
  /** The coder's reason for reading it between the lines; null when it was said outright. */
  readonly inferredBecause: string | null;
}

export type Polarity = 'positive' | 'negative' | 'mixed' | 'neutral' | 'suggestion';

const signs: Readonly<Record<string, Polarity>> = { '+': 'positive', '-': 'negative', '±': 'mixed', '0': 'neutral', '!': 'suggestion' };
const form = /^(?<theme>\d\d)(?: (?<sign>[-+±0!]))?(?: «(?<phrase>[^»]+)»)?(?: \(antydet: (?<reason>.+)\))?$/u;

/** Reads a mark such as `04 - «Stengt hele juli.»`. Offsets count UTF-16 units of `body`. @throws Error when the mark or its phrase does not fit */
export function readThemeMark(mark: string, body: string): ThemeMark {
  const groups = form.exec(mark)?.groups;
  if (groups?.['theme'] === undefined) throw new Error(`not a theme mark: ${mark}`);
  const phrase = groups['phrase'];
  const start = phrase === undefined ? 0 : body.indexOf(phrase);
  if (start < 0) throw new Error(`«${phrase ?? ''}» is not in: ${body}`);
  const end = phrase === undefined ? body.length : start + phrase.length;
  return {
    theme: groups['theme'],
    polarity: signs[groups['sign'] ?? ''] ?? null,
    start,
    end,
    isWhole: start === 0 && end === body.length,
    inferredBecause: groups['reason'] ?? null,
  };
}
