import { numberText } from '../../../shared/charts/index.ts';
import type { ReleasedExhibit, ReleasedTest } from '../../../shared/model/exhibit.ts';
import type { Language } from '../../../shared/model/text.ts';
import type { Say } from '../../lib/text.ts';

/** A number with its sign as printed (U+2212). */
function signed(value: number, decimals: number, language: Language): string {
  return `${value < 0 ? '\u2212' : ''}${numberText(Math.abs(value), decimals, language)}`;
}

/** p as printed: "< 0,001", three decimals below 0,01, else two; never rounded across 0,05. */
export function pText(p: number, language: Language): string {
  if (p < 0.001) return `<\u00A0${numberText(0.001, 3, language)}`;
  if (p < 0.01) return `=\u00A0${numberText(p, 3, language)}`;
  const isRoundedOver = Math.round(p * 100) === 5 && p < 0.05;
  return `=\u00A0${isRoundedOver ? numberText(Math.floor(p * 10_000) / 10_000, 4, language) : numberText(p, 2, language)}`;
}

/** One line of a test: what was compared, the effect with its interval, the statistic, and p last. Or why it is not given. */
export function testWords(test: ReleasedTest, language: Language, say: Say): string {
  const parts: string[] = [];
  if (test.effect !== null) {
    const { name, value, low, high } = test.effect;
    const label = say.any(`analysis.effect.${name}`);
    const text = `${label} = ${signed(value, 2, language)}`;
    parts.push(
      low === null || high === null
        ? text
        : `${text} (${say('analysis.test.interval', { low: signed(low, 2, language), high: signed(high, 2, language) })})`,
    );
  }
  if (test.statistic !== null) {
    const { name, value, df } = test.statistic;
    const freedom = df.length === 0 ? '' : `(${df.map((one) => numberText(one, Number.isInteger(one) ? 0 : 1, language)).join('; ')})`;
    parts.push(`${say.any(`analysis.statistic.${name}`)}${freedom} = ${signed(value, 2, language)}`);
  }
  if (test.p !== null) parts.push(`p ${pText(test.p, language)}`);
  if (test.reason !== null) parts.push(say.any(`analysis.test.reason.${test.reason}`));
  return parts.join('; ');
}

/** What a test is of: its part of the columns and its row, where it has those. */
export function testSubject(test: ReleasedTest, { rows }: Pick<ReleasedExhibit, 'rows'>): string {
  const row = rows.find(({ key }) => key === test.row)?.label ?? '';
  return [test.part, row].filter((part) => part !== '').join(' · ');
}

/** The tests of an exhibit as lines of text. */
export function testLines(exhibit: ReleasedExhibit, say: Say): string[] {
  return (exhibit.tests ?? []).map((test) =>
    [testSubject(test, exhibit), say.any(`analysis.test.${test.name}`), testWords(test, exhibit.language, say)]
      .filter((part) => part !== '')
      .join(' '),
  );
}
