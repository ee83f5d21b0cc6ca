import type { MessageId } from '../messages/generated/message-id.ts';
import type { ReleasedExhibit, ReleasedTest } from '../model/exhibit.ts';
import type { Language } from '../model/text.ts';
import { printedP } from '../statistics/index.ts';
import { numberText } from './figure-text.ts';

/** Messages that a released test names by the last part of their id. */
export type TestMessageId = Extract<MessageId, `analysis.test.${string}` | `analysis.effect.${string}` | `analysis.statistic.${string}`>;

/** Puts a message about a test into words. */
export type TestFormat = (id: TestMessageId, params: Readonly<Record<string, string>>) => string;

/** One test as it is printed. */
export interface TestLine {
  /** Its part of the columns and its row, where it has those. */
  readonly about: string;
  /** Effect with its interval, the test with its statistic, p last (analysis.md 2.2); or why there is none. */
  readonly said: string;
}

/** A number with its sign as printed (U+2212). */
function signed(value: number, language: Language): string {
  const text = numberText(Math.abs(value), 2, language);
  return value < 0 ? `\u2212${text}` : text;
}

function effectText({ name, value, low, high }: NonNullable<ReleasedTest['effect']>, language: Language, format: TestFormat): string {
  // The names are those of the catalogue: what writes a test takes them from there.
  const told = `${format(`analysis.effect.${name}` as TestMessageId, {})} = ${signed(value, language)}`;
  if (low === null || high === null) return told;
  return `${told} (${format('analysis.test.interval', { low: signed(low, language), high: signed(high, language) })})`;
}

function statisticText({ name, value, df }: NonNullable<ReleasedTest['statistic']>, language: Language, format: TestFormat): string {
  const degrees = df.map((number) => numberText(number, Number.isInteger(number) ? 0 : 1, language)).join('; ');
  return `${format(`analysis.statistic.${name}` as TestMessageId, {})}${degrees === '' ? '' : `(${degrees})`} = ${signed(value, language)}`;
}

/** "p < 0,001", three decimals below 0,01, else two, never rounded across 0,05 (analysis.md 6). */
export function pText(p: number, language: Language): string {
  const printed = printedP(p);
  if ('below' in printed) return `p\u00A0<\u00A0${numberText(printed.below, 3, language)}`;
  return `p\u00A0=\u00A0${numberText(printed.value, printed.decimals, language)}`;
}

function saidOf({ name, effect, statistic, p, n, reason }: ReleasedTest, language: Language, format: TestFormat): string {
  const test = format(`analysis.test.${name}` as TestMessageId, {});
  const why = reason === null ? '' : format(`analysis.test.reason.${reason}` as TestMessageId, {});
  if (p === null && effect === null) return `${test} ${why}`.trim();
  return [
    effect === null ? '' : effectText(effect, language, format),
    statistic === null ? test : `${test} ${statisticText(statistic, language, format)}`,
    p === null ? '' : pText(p, language),
    n === undefined ? '' : `n\u00A0=\u00A0${numberText(n, 0, language)}`,
    why,
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** The tests of an exhibit in words, one line each. The same on screen, in files and on the clipboard. */
export function testLines({ tests = [], columns, rows, language }: ReleasedExhibit, format: TestFormat): TestLine[] {
  const column = (wanted: string): string => columns.find(({ key }) => key === wanted)?.label ?? '';
  return tests.map((test) => ({
    about: [test.part, rows.find(({ key }) => key === test.row)?.label ?? '', test.pair?.map(column).join(' – ') ?? '']
      .filter((part) => part !== '')
      .join(' · '),
    said: saidOf(test, language, format),
  }));
}

/** A line as one text. */
export function testText({ about, said }: TestLine): string {
  return about === '' ? said : `${about}: ${said}`;
}
