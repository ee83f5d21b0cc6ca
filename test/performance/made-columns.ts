import { createChance } from '../../scripts/sample/random.ts';
import type { AnswerOption } from '../../electron/core/analysis/questions.ts';
import { reasonValue, type CodeColumn, type SetColumn } from '../../electron/core/analysis/stored-answers.ts';

/** Columns as the analysis holds them, of a survey that lies in no file. */
export interface MadeColumns {
  readonly name: string;
  readonly persons: number;
  /** Single answers: agreement, choices of three to twelve, numbers in bands. */
  readonly columns: readonly CodeColumn[];
  /** Eight ticks of one question. */
  readonly several: SetColumn;
  /** Twenty groups. */
  readonly banner: CodeColumn;
  readonly weights: Float64Array;
}

function options(count: number): AnswerOption[] {
  return Array.from({ length: count }, (_, code) => ({ code: code + 1, label: { nb: `Svar ${code + 1}` } }));
}

/** Answers of `persons` invented participants to `questions` questions; five of a hundred answers are missing. The same for the same size. */
export function makeColumns(name: string, persons: number, questions: number): MadeColumns {
  const chance = createChance(20_260_402);
  const none = reasonValue('not-recorded');
  const column = (count: number): CodeColumn => ({
    kind: 'codes',
    categories: options(count),
    values: Int16Array.from({ length: persons }, () => (chance.happens(5) ? none : chance.below(count))),
  });
  const widths = Array.from({ length: questions }, (_, at) => (at % 10 < 5 ? 5 : at % 10 < 8 ? 3 + (at % 11) : 6));
  const answered = Int16Array.from({ length: persons }, () => (chance.happens(5) ? none : 0));
  const mark = (): Uint8Array => Uint8Array.from(answered, (value) => (value < 0 ? 0 : chance.below(2)));
  return {
    name,
    persons,
    columns: widths.map((width) => column(Math.min(12, width))),
    several: { kind: 'set', categories: options(8), indicators: Array.from({ length: 8 }, mark), values: answered },
    banner: column(20),
    weights: Float64Array.from({ length: persons }, () => 0.5 + chance.below(100) / 100),
  };
}

/** A column as bytes: the place of the answer, 255 for none. */
export function toBytes({ values }: CodeColumn): Uint8Array {
  return Uint8Array.from(values, (value) => (value < 0 ? 255 : value));
}
