import type { CellSymbol, ReleasedExhibit } from '../model/exhibit.ts';
import type messages from '../messages/nb/charts.json';
import { altTextOf } from './alt-text.ts';
import { numberText } from './figure-text.ts';
import { chartsFor, chartTypes, type ChartType } from './chart-type.ts';

/** Ids of the messages that charts and table files are made of. */
export type ChartMessageId = keyof typeof messages;

/** Puts a message into the words of the exhibit's language. */
export type ChartFormat = (id: ChartMessageId, params: Readonly<Record<string, string | number>>) => string;

/** Headers of one column of figures in a file. */
export interface ColumnWords {
  readonly percent: string;
  readonly low: string;
  readonly high: string;
  readonly count: string;
}

/** Every word a chart or a table file prints besides the exhibit's own texts, already localised. */
export interface ExhibitWords {
  /** Alternative text of the chart that suits best. */
  readonly description: string;
  /** Alternative text of every chart. */
  readonly descriptions: Readonly<Record<ChartType, string>>;
  readonly n: string;
  /** "færre enn 10 har svart". */
  readonly fewAnswered: string;
  readonly notShown: string;
  /** Explains the brackets round a small base in a chart. */
  readonly lowBaseNote: string;
  /** Names the groups or items with a small base, for tables; empty when there are none. */
  readonly lowBaseNames: string;
  readonly lowBaseDotNote: string;
  readonly lowBaseBarNote: string;
  readonly lowBaseCellNote: string;
  readonly intervalNote: string;
  /** Explains the limits in brackets beside a bar. */
  readonly bracketNote: string;
  /** What letters at figures say; empty when there are none. */
  readonly lettersNote: string;
  /** The weights' name, source and design effect; empty when nothing is weighted. */
  readonly weightedNote: string;
  /** "fra {low} til {high}", for limits below zero. */
  readonly range: string;
  readonly waves: Readonly<Record<'linked' | 'unlinked' | 'broken' | 'interval', string>>;
  readonly roundedNote: string;
  readonly shareWords: Readonly<Record<'few' | 'half' | 'most', string>>;
  readonly legend: Readonly<Record<CellSymbol, string>>;
  /** "Utlevering 12". */
  readonly release: string;
  /** Header of the row labels. */
  readonly stub: string;
  readonly columns: readonly ColumnWords[];
  readonly thresholdText: string;
  readonly file: Readonly<
    Record<'title' | 'base' | 'filter' | 'everyone' | 'threshold' | 'note' | 'symbols' | 'source' | 'definition' | 'rows', string>
  >;
}

function fileWords(format: ChartFormat): ExhibitWords['file'] {
  return {
    title: format('charts.file.title', {}),
    base: format('charts.file.base', {}),
    filter: format('charts.file.filter', {}),
    everyone: format('charts.file.everyone', {}),
    threshold: format('charts.file.threshold', {}),
    note: format('charts.file.note', {}),
    symbols: format('charts.file.symbols', {}),
    source: format('charts.file.source', {}),
    definition: format('charts.file.definition', {}),
    rows: format('charts.file.rows', {}),
  };
}

const stubs = {
  frequency: 'charts.table.answer',
  crosstab: 'charts.table.answer',
  likert: 'charts.table.item',
  summary: 'charts.table.item',
  themes: 'charts.table.theme',
} as const;

function columnWords(label: string, format: ChartFormat): ColumnWords {
  return {
    percent: format('charts.table.percent', { column: label }),
    low: format('charts.table.low', { column: label }),
    high: format('charts.table.high', { column: label }),
    count: format('charts.table.count', { column: label }),
  };
}

const lowIds = {
  persons: { note: 'charts.base.low', named: 'charts.base.lowNamed' },
  rounds: { note: 'charts.base.lowPersons', named: 'charts.base.lowPersonsNamed' },
} as const;

function lettersNote(exhibit: ReleasedExhibit, format: ChartFormat): string {
  const letters = exhibit.rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => (cell.state === 'shown' || cell.state === 'figure' ? [cell.letters ?? ''] : [])),
  );
  const all = letters.join('');
  if (all === '') return '';
  const hasTwo = /\p{Lu}/u.test(all) && /\p{Ll}/u.test(all);
  return format('charts.legend.letters', { levels: hasTwo ? 'two' : 'one' });
}

function weightedNote({ weighting, language }: ReleasedExhibit, format: ChartFormat): string {
  if (weighting === undefined) return '';
  const { name, source, designEffect } = weighting;
  return format('charts.note.weighted', { name, source, effect: numberText(designEffect, 2, language) });
}

function recordOf<K extends string, V>(keys: readonly K[], valueOf: (key: K) => V): Record<K, V> {
  // Every key of K is in the list, so the record is whole.
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<K, V>;
}

/** The words of one exhibit, asked for once and handed to every chart and file, so that none of them needs a catalogue. */
export function exhibitWords(exhibit: ReleasedExhibit, format: ChartFormat): ExhibitWords {
  const { rule, releaseNumber } = exhibit;
  const alt = altTextOf(exhibit);
  const describe = (chart: ChartType) => format(alt.id, { ...alt.params, kind: format(`charts.kind.${chart}`, {}) });
  const lowBases = [...exhibit.columns, ...exhibit.rows].filter(({ base }) => base?.rule === 'low').map(({ label }) => label);
  // The base of rounds is judged by the persons behind it.
  const low = exhibit.counted === 'rounds' ? lowIds.rounds : lowIds.persons;
  return {
    description: describe(chartsFor(exhibit)[0] ?? 'dots'),
    descriptions: recordOf(chartTypes, describe),
    n: format('charts.base.n', {}),
    fewAnswered: format('charts.base.few', { minimum: rule.minimumBase }),
    notShown: format('charts.cell.notShown', {}),
    lowBaseNote: format(low.note, { low: rule.lowBase }),
    lowBaseNames: lowBases.length === 0 ? '' : format(low.named, { low: rule.lowBase, names: lowBases.join(', ') }),
    lowBaseDotNote: format('charts.base.lowDot', {}),
    lowBaseBarNote: format('charts.base.lowBar', {}),
    lowBaseCellNote: format('charts.base.lowCell', {}),
    intervalNote: format('charts.legend.interval', {}),
    bracketNote: format('charts.legend.bracket', {}),
    lettersNote: lettersNote(exhibit, format),
    weightedNote: weightedNote(exhibit, format),
    range: format('charts.interval.range', { low: '{low}', high: '{high}' }),
    waves: {
      linked: format('charts.waves.linked', {}),
      unlinked: format('charts.waves.unlinked', {}),
      broken: format('charts.waves.broken', {}),
      interval: format('charts.waves.interval', {}),
    },
    roundedNote: format('charts.note.rounded', {}),
    shareWords: { few: format('charts.cell.few', {}), half: format('charts.cell.half', {}), most: format('charts.cell.most', {}) },
    legend: {
      ':': format('charts.legend.hidden', {}),
      '..': format('charts.legend.missing', {}),
      '.': format('charts.legend.notApplicable', {}),
    },
    release: releaseNumber === null ? format('charts.source.unreleased', {}) : format('charts.source.release', { number: releaseNumber }),
    stub: format(stubs[exhibit.kind], {}),
    columns: exhibit.columns.map((column) => columnWords(column.label, format)),
    thresholdText: format('charts.file.thresholdText', { threshold: rule.threshold, minimum: rule.minimumBase }),
    file: fileWords(format),
  };
}
