import { languages, type LocalisedText } from '../../../shared/model/text.ts';
import { keyOf, type AnswerOption } from './questions.ts';
import type { CodeColumn } from './stored-answers.ts';

/** A column's values are places in 16 bits. */
const mostCategories = 32_767;

function labelOf(outer: AnswerOption, inner: AnswerOption): LocalisedText {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const [around, within] = [outer.label[language], inner.label[language]];
      return around === undefined || within === undefined ? [] : [[language, `${around} · ${within}`]];
    }),
  );
}

/**
 * One grouping within another: every group of `inner` in every group of `outer`, in that order, also where nobody is. Keys are
 * `outer/inner`. Whoever lacks one of the two has the reason of the outer one, else of the inner one.
 * @throws RangeError for more groups than a column can hold
 */
export function nestColumns(outer: CodeColumn, inner: CodeColumn): CodeColumn {
  const width = inner.categories.length;
  if (outer.categories.length * width > mostCategories) throw new RangeError('too many groups within groups');
  return {
    kind: 'codes',
    categories: outer.categories.flatMap((around, at) =>
      inner.categories.map((within, place) => ({
        code: at * width + place,
        key: `${keyOf(around)}/${keyOf(within)}`,
        label: labelOf(around, within),
      })),
    ),
    values: outer.values.map((value, unit) => {
      const within = inner.values[unit] ?? -1;
      return value < 0 ? value : within < 0 ? within : value * width + within;
    }),
  };
}
