import { z } from 'zod';
import type { KnownColumn, RawCheck } from '../../../../shared/contract/raw-export.ts';
import { microdataCheck, type MicrodataColumn } from '../../../../shared/disclosure/index.ts';
import { VariableId } from '../../../../shared/model/ids.ts';
import { languages, type LocalisedText } from '../../../../shared/model/text.ts';
import { readColumn } from '../../analysis/columns.ts';
import { readNumbers } from '../../analysis/numbers.ts';
import { readQuestions, type QuestionForm } from '../../analysis/questions.ts';
import { countingOf, eachAnswer, type ColumnSource } from '../../analysis/stored-answers.ts';
import { readUnits } from '../../analysis/units.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import { wordsIn } from '../../words.ts';
import { readProjectFacts } from '../analysis/project-facts.ts';

/** Named in the screen, so that they can be looked up: more are no list but an alarm. */
const mostCodes = 50;

interface CheckWanted {
  readonly projectId: string;
  readonly versionId: string;
  readonly known?: readonly KnownColumn[] | undefined;
}

/** What is in the files, where that is not everything. */
export interface CheckedPart {
  /** Whether a question is in them. */
  readonly has: (form: QuestionForm) => boolean;
  /** The facts that are in them; these, and background questions, are always known. */
  readonly facts: readonly Fact[];
  /** The place that is told instead of the one that is recorded. */
  readonly placeOf: (placeId: string | null) => string | null;
}

const CodeRow = z.object({ id: z.string(), code: z.string() });

/** One number for every text, in the order in which they come. */
function numbered(texts: readonly (string | null)[]): Float64Array {
  const places = new Map<string | null, number>();
  return Float64Array.from(texts, (text) => {
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    return place;
  });
}

/** What each unit answered, as a number that is equal for equal answers; negative where there is none. */
function answersTo(source: ColumnSource, variableId: string): MicrodataColumn {
  const forms = source.book.formsOf(variableId);
  const type = forms[0]?.type ?? '';
  const numbers = countingOf(type) === 'number' ? readNumbers(source, variableId) : null;
  // In the files a number stands as it was given, not as a band; no band is below zero.
  if (numbers !== null) return numbers.values.map((value, at) => (Number.isNaN(value) ? (numbers.reasons[at] ?? -1) : value + 1e9));
  const column = readColumn(source, variableId);
  if (column === null) return new Float64Array(source.units.count).fill(-1);
  if (column.kind === 'codes') return column.values;
  // In the files a ranking stands as it was given, not only as what was chosen.
  const orders = new Map<number, string>();
  if (type === 'rank') eachAnswer(source, forms, (unit, { list }) => void orders.set(unit, list ?? ''));
  const chosen = Array.from(column.values, (value, at) =>
    value < 0 ? null : (orders.get(at) ?? column.indicators.map((indicator) => indicator[at] ?? 0).join('')),
  );
  return numbered(chosen).map((place, at) => (chosen[at] === null ? (column.values[at] ?? -1) : place));
}

function labelled(id: `analysis.file.${'place' | 'service' | 'wave'}`): LocalisedText {
  return Object.fromEntries(languages.map((language) => [language, wordsIn(language)(id)]));
}

const facts = ['place', 'service', 'wave'] as const;
export type Fact = (typeof facts)[number];

function isFact(id: KnownColumn): id is Fact {
  return facts.some((fact) => fact === id);
}

/** Everybody in the frames of the waves these persons are of; null where one is not known. */
function frameOf({ units }: ColumnSource): number | null {
  const waves = new Set(units.waveIndex);
  const counts = units.waves.filter((_, at) => waves.has(at)).map(({ frame_count: count }) => count);
  return counts.length === 0 || counts.includes(null) ? null : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

/** Persons in a wave, of one version: those the files of it hold. */
function ofVersion(source: ColumnSource, versionId: string): readonly number[] {
  return source.units.versionIds.flatMap((id, at) => (id === versionId ? [at] : []));
}

/**
 * How well the persons in the files of a version are hidden among each other, by what others may know of them. Inside only.
 * @throws AppError NOT_FOUND
 */
export function checkRaw(sql: Statements, { projectId, versionId, known }: CheckWanted, part: CheckedPart | null = null): RawCheck {
  const { rule } = readProjectFacts(sql, projectId);
  const book = readQuestions(sql, projectId);
  const units = readUnits(sql, projectId, { waveId: null, perWave: true });
  const source: ColumnSource = { sql, projectId, book, units, isOfRounds: false };
  const isIn = (form: QuestionForm): boolean => form.versionId === versionId && form.repeat === null && (part?.has(form) ?? true);
  const forms = book.forms.filter((form) => isIn(form) && countingOf(form.type) !== null);
  if (forms.length === 0 && book.forms.every((form) => form.versionId !== versionId)) throw new AppError('NOT_FOUND');
  const persons = ofVersion(source, versionId);
  const cut = (column: MicrodataColumn): MicrodataColumn => persons.map((at) => column[at] ?? -1);
  const places = part === null ? units.placeIds : units.placeIds.map((id) => part.placeOf(id));
  const told = { place: places, service: units.serviceIds, wave: [...units.waveIndex].map(String) };
  const isTold = (fact: Fact): boolean => (part?.facts.includes(fact) ?? true) && new Set(persons.map((at) => told[fact][at])).size > 1;
  // In a part what is known by default is always known: nobody can say that others do not know it.
  const isKnown = (id: string, byDefault: boolean): boolean =>
    (part !== null && byDefault) || (known?.some((each) => each === id) ?? byDefault);
  const columns = [
    ...forms.map((form) => ({
      id: VariableId.parse(form.variableId),
      label: form.wording,
      isKnown: isKnown(form.variableId, form.isBackground),
    })),
    ...facts
      .filter(isTold)
      .map((fact) => ({ id: fact, label: labelled(`analysis.file.${fact}`), isKnown: isKnown(fact, part !== null || fact !== 'wave') })),
  ];
  const knownColumns = columns
    .filter((column) => column.isKnown)
    .map(({ id }) => cut(isFact(id) ? numbered(told[id]) : answersTo(source, id)));
  const sensitive: readonly QuestionForm[] = forms.filter((form) => !isKnown(form.variableId, form.isBackground));
  const check = microdataCheck(
    { records: persons.length, known: knownColumns, sensitive: sensitive.map((form) => cut(answersTo(source, form.variableId))) },
    rule,
    frameOf(source),
  );
  return {
    columns,
    threshold: rule.threshold,
    minimumBase: rule.minimumBase,
    records: check.records,
    smallest: check.smallest,
    groups: check.groups,
    underThreshold: check.underThreshold,
    underMinimum: check.underMinimum,
    uniques: {
      count: check.uniques.length,
      codes: codesOf(
        source,
        check.uniques.slice(0, mostCodes).map((at) => persons[at] ?? -1),
      ),
    },
    isNearlyEverybody: check.isNearlyEverybody,
    oneAnswer: check.oneAnswer.map(({ item, groups, persons: count }) => ({
      variableId: VariableId.parse(sensitive[item]?.variableId),
      label: sensitive[item]?.wording ?? {},
      groups,
      persons: count,
    })),
  };
}

function codesOf({ sql, units }: ColumnSource, places: readonly number[]): string[] {
  const ids = places.map((at) => units.respondentIds[at] ?? '');
  const rows = sql.all(CodeRow, 'SELECT id, code FROM respondent WHERE id IN (SELECT value FROM json_each(:ids))', {
    ids: JSON.stringify(ids),
  });
  const codes = new Map(rows.map(({ id, code }) => [id, code]));
  return [...new Set(ids.map((id) => codes.get(id) ?? ''))].toSorted((a, b) => a.localeCompare(b, 'nb', { numeric: true }));
}

/** Whether somebody in the files may be known by what others know, or everybody alike gave one answer. */
export function standsOut({ underThreshold, oneAnswer }: RawCheck): boolean {
  return underThreshold > 0 || oneAnswer.length > 0;
}
