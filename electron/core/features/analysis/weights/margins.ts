import type { MarginBy, MarginChoice, WeightMargin } from '../../../../../shared/contract/analysis-weights.ts';
import { VariableId } from '../../../../../shared/model/ids.ts';
import { localised, type Language } from '../../../../../shared/model/text.ts';
import { readColumn } from '../../../analysis/columns.ts';
import { notAttributableKey, placeColumn } from '../../../analysis/place-column.ts';
import { keyOf, type AnswerOption } from '../../../analysis/questions.ts';
import { serviceColumn } from '../../../analysis/service-column.ts';
import { countingOf, type CodeColumn, type ColumnSource } from '../../../analysis/stored-answers.ts';
import { readKnownPlaces } from '../../../places/place-register.ts';
import { wordsIn } from '../../../words.ts';

/** A margin beside the answers of those who took part. */
export interface SampledMargin {
  readonly margin: WeightMargin;
  readonly column: CodeColumn;
  /** By unit the place in the margin's counts: their number for answers the frame has no number for, −1 for no answer. */
  readonly places: Int16Array;
}

/** The one answer of each person; null for what has several, bands that follow the answers, or is gone. */
function columnOf(source: ColumnSource, by: MarginBy): CodeColumn | null {
  if (by === 'place') return placeColumn(readKnownPlaces(source.sql), source.units, 'as-recorded', {}).column;
  if (by === 'service') return serviceColumn(source);
  const [form] = source.book.formsOf(by);
  if (form === undefined || countingOf(form.type) !== 'codes') return null;
  const column = readColumn(source, by);
  return column?.kind === 'codes' ? column : null;
}

/** Reads who is where in a margin; null where what it is counted by is gone. */
export function sampleMargin(source: ColumnSource, margin: WeightMargin): SampledMargin | null {
  const column = columnOf(source, margin.by);
  if (column === null) return null;
  const { counts } = margin;
  const placeOf = column.categories.map((option) => {
    const place = counts.findIndex(({ keys }) => keys.includes(keyOf(option)));
    return place === -1 ? counts.length : place;
  });
  return { margin, column, places: Int16Array.from(column.values, (value) => (value < 0 ? -1 : (placeOf[value] ?? -1))) };
}

/** The answers of one line of a margin in words. */
export function lineLabel({ margin, column }: SampledMargin, place: number, language: Language): string {
  const keys = margin.counts[place]?.keys ?? [];
  const labels = column.categories.filter((option) => keys.includes(keyOf(option))).map(({ label }) => localised(label, language));
  return labels.length === 0 ? keys.join(', ') : labels.join(', ');
}

/** What a margin is counted by, in words. */
export function marginLabel({ book }: ColumnSource, by: MarginBy, language: Language): string {
  if (by === 'place') return wordsIn(language)('analysis.file.place');
  if (by === 'service') return wordsIn(language)('analysis.file.service');
  return localised(book.formsOf(by)[0]?.wording ?? {}, language);
}

function choiceOf(by: MarginBy, label: MarginChoice['label'], options: readonly AnswerOption[]): MarginChoice[] {
  const known = options.map((option) => ({ key: keyOf(option), label: option.label })).filter(({ key }) => key !== notAttributableKey);
  return known.length < 2 ? [] : [{ by, label, options: known }];
}

/** Everything a margin can be made of: background questions with one answer first, then the others, places and services. */
export function marginChoices(source: ColumnSource): MarginChoice[] {
  const { book } = source;
  const newest = [...new Set(book.forms.map(({ variableId }) => variableId))].flatMap((id) => book.formsOf(id).slice(0, 1));
  const single = newest.filter(
    ({ type, variableId }) => countingOf(type) === 'codes' && book.formsOf(variableId).every(({ repeat }) => repeat === null),
  );
  const ordered = [...single.filter(({ isBackground }) => isBackground), ...single.filter(({ isBackground }) => !isBackground)];
  return [
    ...ordered.flatMap(({ variableId, wording }) => choiceOf(VariableId.parse(variableId), wording, book.optionsOf(variableId))),
    ...choiceOf('place', {}, columnOf(source, 'place')?.categories ?? []),
    ...choiceOf('service', {}, columnOf(source, 'service')?.categories ?? []),
  ];
}
