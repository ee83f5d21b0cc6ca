import { languages, type LocalisedText } from '../../../shared/model/text.ts';
import type { AnswerOption } from './questions.ts';
import { reasonValue, type CodeColumn } from './stored-answers.ts';

/** What stands for a group of answers in a table. */
function keyOf(codes: readonly number[]): string {
  return codes.join('.');
}

/** The answers in each group, by the group's key: two tables are compared by them. */
export function cutMembers(cuts: readonly (readonly number[])[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(cuts.map((codes) => [keyOf(codes), codes.map(String)]));
}

/** "Litt enig / Helt enig"; of more answers than two the first and the last. Numbers as they are: "0–6". */
function labelOf(part: readonly AnswerOption[]): LocalisedText {
  const [first, last] = [part[0], part.at(-1)];
  if (first === undefined || last === undefined) return {};
  return Object.fromEntries(
    languages.flatMap((language) => {
      const [low, high] = [first.label[language], last.label[language]];
      if (low === undefined || high === undefined) return [];
      return [[language, first === last ? low : `${low}${isNumber(low) && isNumber(high) ? '–' : part.length > 2 ? ' – ' : ' / '}${high}`]];
    }),
  );
}

function isNumber(text: string): boolean {
  return /^\d+$/u.test(text);
}

/** Joins answers into groups, one category each. Answers that are in no group count as not asked for: nobody has them here. */
export function cutColumn({ categories, values }: CodeColumn, cuts: readonly (readonly number[])[]): CodeColumn {
  const groupOf = new Map(cuts.flatMap((codes, group) => codes.map((code) => [code, group] as const)));
  const parts = cuts.map((codes) => categories.filter(({ code }) => codes.includes(code)));
  return {
    kind: 'codes',
    categories: parts.map((part, group) => ({ code: group, key: keyOf(cuts[group] ?? []), label: labelOf(part) })),
    values: values.map((value) =>
      value < 0 ? value : (groupOf.get(categories[value]?.code ?? Number.NaN) ?? reasonValue('not-applicable')),
    ),
  };
}
