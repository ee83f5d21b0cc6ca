import { numberText } from '../../../../../shared/charts/index.ts';
import type { MessageId } from '../../../../../shared/messages/generated/message-id.ts';
import type { ReleasedExhibit, ReleasedTest } from '../../../../../shared/model/exhibit.ts';
import type { Language } from '../../../../../shared/model/text.ts';
import { printedP } from '../../../../../shared/statistics/index.ts';
import type { CoreWords } from '../../../words.ts';

/** Names in a released test are the last part of a message's id; an unknown one is printed as it is. */
function named(kind: 'test' | 'test.reason' | 'effect' | 'statistic', name: string, say: CoreWords): string {
  const id = `analysis.${kind}.${name}`;
  const text = say(id as MessageId);
  return text === id ? name : text;
}

function signed(value: number, language: Language): string {
  const text = numberText(Math.abs(value), 2, language);
  return value < 0 ? `\u2212${text}` : text;
}

function effectText({ name, value, low, high }: NonNullable<ReleasedTest['effect']>, language: Language, say: CoreWords): string {
  const [text, from, to] = [value, low ?? 0, high ?? 0].map((number) => signed(number, language));
  const told =
    low === null || high === null ? text : say('analysis.file.test.interval', { value: text ?? '', low: from ?? '', high: to ?? '' });
  return `${named('effect', name, say)} ${told ?? ''}`;
}

function statisticText({ name, value, df }: NonNullable<ReleasedTest['statistic']>, language: Language, say: CoreWords): string {
  const degrees =
    df.length === 0 ? '' : `(${df.map((number) => numberText(number, Number.isInteger(number) ? 0 : 1, language)).join(', ')})`;
  return `${named('statistic', name, say)}${degrees} = ${signed(value, language)}`;
}

function pText(p: number, language: Language, say: CoreWords): string {
  const printed = printedP(p);
  if ('below' in printed) return say('analysis.file.test.below', { p: numberText(printed.below, 3, language) });
  return say('analysis.file.test.is', { p: numberText(printed.value, printed.decimals, language) });
}

function lineOf(test: ReleasedTest, exhibit: ReleasedExhibit, say: CoreWords): string {
  const { language, rows } = exhibit;
  const row = test.row === null ? '' : (rows.find(({ key }) => key === test.row)?.label ?? '');
  const told = [
    test.effect === null ? '' : effectText(test.effect, language, say),
    named('test', test.name, say),
    test.statistic === null ? '' : statisticText(test.statistic, language, say),
    test.p === null ? '' : pText(test.p, language, say),
    test.reason === null ? '' : named('test.reason', test.reason, say),
  ].filter((part) => part !== '');
  return [test.part, row]
    .filter((part) => part !== '')
    .concat(told.join('; '))
    .join(': ');
}

/** One line per test that was asked for: effect with its interval, the test, its statistic, and p last (analysis.md 2.2). */
export function testLines(exhibit: ReleasedExhibit, say: CoreWords): string[] {
  return (exhibit.tests ?? []).map((test) => lineOf(test, exhibit, say));
}
