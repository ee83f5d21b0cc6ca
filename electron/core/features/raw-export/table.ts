import { MissingReason } from '../../../../shared/contract/analysis.ts';
import { missingReasonIds } from '../../../../shared/contract/missing-reasons.ts';
import { localised, type Language } from '../../../../shared/model/text.ts';
import type { MessageId } from '../../../../shared/messages/generated/message-id.ts';
import { wordsIn, type CoreWords } from '../../words.ts';
import { missingCodes } from './missing-codes.ts';
import { numberFacts, type FactName, type RawColumn, type RawKind, type RawSheet } from './plan.ts';

/** A value that stands for something: an answer, or a reason why there is none. */
export interface TableValue {
  readonly value: number;
  readonly label: string;
}

/** A column as writers, codebook and DDI know it: in words of one language. */
export interface TableColumn {
  readonly header: string;
  readonly label: string;
  /** The question alone, without the answer that a column of 0 and 1 is of; empty for facts. */
  readonly wording: string;
  /** `why`: the reason why the text in the column before is empty. */
  readonly kind: RawKind | 'fact' | 'why';
  /** Numbers, or codes that stand for something; days and texts are not. */
  readonly isNumber: boolean;
  readonly values: readonly TableValue[];
  /** Codes that may stand in the place of an answer. */
  readonly reasons: readonly TableValue[];
  /** The question's column this was made of; null for facts. */
  readonly column: RawColumn | null;
}

/** One file of data: its name without ending, and its columns. */
export interface TableShape {
  readonly name: string;
  /** What it is, in words: "Intervjuer". */
  readonly title: string;
  readonly columns: readonly TableColumn[];
}

const factIds: Readonly<Record<FactName, MessageId>> = {
  interview: 'rawExport.fact.interview',
  participant: 'rawExport.fact.participant',
  wave: 'rawExport.fact.wave',
  kind: 'rawExport.fact.kind',
  persons: 'rawExport.fact.persons',
  mode: 'rawExport.fact.mode',
  language: 'rawExport.fact.language',
  status: 'rawExport.fact.status',
  place: 'rawExport.fact.place',
  place_code: 'rawExport.fact.placeCode',
  service: 'rawExport.fact.service',
  round_key: 'rawExport.fact.roundKey',
  parent_key: 'rawExport.fact.parentKey',
  ordinal: 'rawExport.fact.ordinal',
  weight: 'rawExport.fact.weight',
  number: 'rawExport.fact.number',
};

/** The reasons for no answer, as codes with their words. */
export function reasonValues(words: CoreWords): TableValue[] {
  return MissingReason.options.map((reason) => ({ value: missingCodes[reason], label: words(missingReasonIds[reason]) }));
}

/** A fact as a column. */
export function factColumn(fact: FactName, words: CoreWords): TableColumn {
  return {
    header: fact,
    label: words(factIds[fact]),
    wording: '',
    kind: 'fact',
    isNumber: numberFacts.has(fact),
    values: [],
    reasons: [],
    column: null,
  };
}

const texts: ReadonlySet<RawKind> = new Set<RawKind>(['date', 'text', 'record', 'precision', 'specify']);

function answerColumn(column: RawColumn, language: Language, words: CoreWords, reasons: readonly TableValue[]): TableColumn {
  const { form, option, kind } = column;
  const wording = localised(form.wording, language);
  const beside = option !== null ? localised(option.label, language) : kind === 'precision' ? words('rawExport.file.precision') : null;
  const yesNo = [
    { value: 0, label: words('rawExport.file.no') },
    { value: 1, label: words('rawExport.file.yes') },
  ];
  return {
    header: column.header,
    label: beside === null ? wording : `${wording}: ${beside}`,
    wording,
    kind,
    isNumber: !texts.has(kind),
    values: kind === 'indicator' ? yesNo : column.options.map(({ code, label }) => ({ value: code, label: localised(label, language) })),
    reasons: kind === 'specify' || kind === 'precision' ? [] : reasons,
    column,
  };
}

/** Names of files say what is in them, and nothing about persons. */
function nameOf({ kind, repeat }: RawSheet, words: CoreWords): string {
  const name = kind === 'rounds' ? (repeat?.variableName ?? '') : words(`rawExport.file.${kind}`);
  return name.replaceAll(/[\\/:*?"<>|\s]+/gu, ' ').trim();
}

/** What a sheet's file is called and what its columns mean. */
export function shapeOf(sheet: RawSheet, language: Language): TableShape {
  const words = wordsIn(language);
  const reasons = reasonValues(words);
  const name = nameOf(sheet, words);
  return {
    name,
    title: sheet.repeat === null ? name : localised(sheet.repeat.wording, language),
    columns: [
      ...sheet.facts.map((fact) => factColumn(fact, words)),
      ...sheet.columns.map((column) => answerColumn(column, language, words, reasons)),
    ],
  };
}
