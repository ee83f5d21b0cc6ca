import type {
  FileOption,
  FileQuestion,
  MissingWord,
  MultipleFileQuestion,
  SurveyMapping,
} from '../../../../../shared/model/survey-file.ts';
import type { SavFile, SavSet } from '../../../sav/index.ts';
import type { ColumnProfile } from './column-profile.ts';
import { isCodeHeader } from './header-words.ts';
import { missingReason } from './missing-words.ts';
import { recogniseScale } from './ordered-scales.ts';
import { proposeMapping } from './propose-mapping.ts';
import { substantive, withOther } from './propose-options.ts';
import { savColumns, type SavColumn, type SavOption } from './sav-columns.ts';
import { toolColumns } from './tool-columns.ts';
import { spellingKey } from './value-forms.ts';

/**
 * Proposes what the variables of an SPSS file become. What the file says decides: value labels are the options with their
 * codes, sets are questions with several answers, dates are dates. Only what it does not say is told from the cells, as in
 * any other file.
 */
export function proposeSavMapping(file: SavFile, profiles: readonly ColumnProfile[]): SurveyMapping {
  const columns = savColumns(file);
  // Names tell respondents' codes and what a tool has added, labels everything else; a question's shape is in the labels alone.
  const tool = toolColumns(profiles.map(({ header: [name = ''] }) => name));
  const worded = profiles.map((profile): ColumnProfile => {
    const [name = '', label = ''] = profile.header;
    return { ...profile, header: [isCodeHeader(name) || tool.columns.has(profile.column) ? name : label] };
  });
  const general = proposeMapping(worded, 1, { decimalSign: '.', dateForm: null });
  const fromSets = file.sets.flatMap((set) => setQuestion(set, columns, profiles) ?? []);
  const taken = new Set(fromSets.flatMap((question) => question.columns));
  const others = general.questions.flatMap((question) => {
    if (!question.columns.some((column) => taken.has(column))) return [refine(question, columns, profiles)];
    // A question that the headers joined with a set's columns falls apart into those that are left.
    return question.columns
      .filter((column) => !taken.has(column) && (profiles[column]?.filled ?? 0) > 0)
      .map((column) => single(column, columns, profiles));
  });
  const questions = [...fromSets, ...others].toSorted((one, two) => Math.min(...one.columns) - Math.min(...two.columns));
  return {
    ...general,
    questions,
    columns: general.columns.map((entry) => {
      const header = [...(profiles[entry.column]?.header ?? [])];
      const question = questions.find((candidate) => candidate.columns.includes(entry.column));
      if (question === undefined)
        return { ...entry, header, role: entry.role === 'respondentCode' ? entry.role : 'skip', questionKey: null };
      const isSpecify = 'specifyColumn' in question && question.specifyColumn === entry.column;
      return { ...entry, header, role: isSpecify ? 'specify' : question.kind, questionKey: question.key };
    }),
  };
}

/** A question that a person has chosen for a column, with the options and codes that the file gives its variable. */
export function refineSavQuestion(file: SavFile, question: FileQuestion, profiles: readonly ColumnProfile[]): FileQuestion {
  const places: ColumnProfile[] = [];
  for (const profile of profiles) places[profile.column] = profile;
  return refine(question, savColumns(file), places);
}

/** A question as the cells suggest it, with what the file says about its variable. */
function refine(question: FileQuestion, columns: readonly SavColumn[], profiles: readonly ColumnProfile[]): FileQuestion {
  const [first = 0] = question.columns;
  const column = columns[first];
  const profile = profiles[first];
  if (column === undefined || profile === undefined) return question;
  if (question.kind === 'multiple' && (question.form !== 'separated' || column.options.length === 0)) {
    return question.form === 'listed' ? listed(question, columns, profiles) : question;
  }
  const missing = missingOf([column], question.missing);
  if (column.variable.kind === 'date' || column.variable.kind === 'datetime') {
    const { key, label, group } = question;
    return { kind: 'date', key, label, group, columns: [first], missing, dateForm: 'iso', ambiguous: false };
  }
  if (column.options.length === 0) return { ...question, missing };
  const { key, label, group } = question;
  const specifyColumn = question.kind === 'closed' ? question.specifyColumn : null;
  const options = optionsOf([column], [profile]);
  return {
    kind: 'closed',
    key,
    label,
    group,
    columns: specifyColumn === null ? [first] : [first, specifyColumn],
    missing,
    options: specifyColumn === null ? options : withOther(options, profiles[specifyColumn]?.header.at(-1) ?? ''),
    scale: scaleOf(options),
    specifyColumn,
  };
}

/** Columns side by side that hold one option each, with the file's codes where all of them have labels. */
function listed(question: MultipleFileQuestion, columns: readonly SavColumn[], profiles: readonly ColumnProfile[]): FileQuestion {
  const members = question.columns.flatMap((place) => columns[place] ?? []);
  if (members.some(({ options }) => options.length === 0)) return question;
  const held = question.columns.flatMap((place) => profiles[place] ?? []);
  return { ...question, missing: missingOf(members, question.missing), options: optionsOf(members, held) };
}

function single(place: number, columns: readonly SavColumn[], profiles: readonly ColumnProfile[]): FileQuestion {
  const label = profiles[place]?.header.at(-1) ?? '';
  return refine({ kind: 'open', key: `c${place}`, label, group: null, columns: [place], missing: [] }, columns, profiles);
}

/** The labels of values that are declared missing, each with the reason it states, and what was there before. */
function missingOf(columns: readonly SavColumn[], known: readonly MissingWord[]): MissingWord[] {
  const words = columns.flatMap(({ missing }) =>
    missing.map((text): MissingWord => ({ text, reason: missingReason(text) ?? 'not-recorded' })),
  );
  const all = [...words, ...known, { text: '', reason: 'not-recorded' } as const];
  return all.filter(({ text }, at) => all.findIndex((other) => spellingKey(other.text) === spellingKey(text)) === at);
}

/**
 * Labelled values, and values without a label that are in the cells. The codes are the file's where all of them are whole
 * numbers, and otherwise their order.
 */
function optionsOf(columns: readonly SavColumn[], profiles: readonly ColumnProfile[]): FileOption[] {
  const found = new Map<string, SavOption>();
  for (const option of columns.flatMap(({ options }) => options)) {
    const key = spellingKey(option.cell);
    if (!found.has(key)) found.set(key, option);
  }
  const missing = new Set(columns.flatMap((column) => column.missing.map(spellingKey)));
  for (const { key, label } of profiles.flatMap(({ values }) => substantive(values ?? []))) {
    if (found.has(key) || missing.has(key)) continue;
    const isNumber = columns.every(({ variable }) => variable.kind !== 'string');
    found.set(key, { value: isNumber ? Number(label) : label, label, cell: label });
  }
  const all = [...found.values()];
  const codes = all.map(({ value }) => (typeof value === 'number' || /^-?\d{1,9}$/u.test(value) ? Number(value) : Number.NaN));
  const areCodes = codes.every(Number.isSafeInteger) && new Set(codes).size === codes.length;
  return all
    .map(({ label, cell }, at): FileOption => ({
      code: areCodes ? (codes[at] ?? at + 1) : at + 1,
      label,
      spellings: [cell],
      column: null,
      missing: null,
    }))
    .toSorted((one, two) => one.code - two.code);
}

/** A scale that the labels are, when their codes run along it one way or the other. */
function scaleOf(options: readonly FileOption[]): { id: string; direction: 'lowToHigh' | 'highToLow' } | null {
  const scale = recogniseScale(options.map(({ label }) => label));
  if (scale === null) return null;
  const steps = scale.places.slice(1).map((place, at) => Math.sign(place - (scale.places[at] ?? place)));
  if (new Set(steps).size !== 1) return null;
  return { id: scale.id, direction: steps[0] === 1 ? 'lowToHigh' : 'highToLow' };
}

/** A multiple response set as a question with several answers; null where its variables hold nothing. */
function setQuestion(set: SavSet, columns: readonly SavColumn[], profiles: readonly ColumnProfile[]): FileQuestion | null {
  const places = columns.flatMap((column, place) => (column.set === set ? [place] : []));
  const members = places.flatMap((place) => columns[place] ?? []);
  const held = places.flatMap((place) => profiles[place] ?? []);
  const [first] = places;
  if (first === undefined || held.every(({ filled }) => filled === 0)) return null;
  const label = set.label === '' ? set.name.slice(1) : set.label;
  const base = { kind: 'multiple', key: `c${first}`, label, group: null, columns: places, missing: missingOf(members, []) } as const;
  if (set.kind === 'category') {
    const options = optionsOf(members, held);
    return options.length === 0 ? null : { ...base, form: 'listed', separator: null, options, specifyColumn: null };
  }
  const codes = numbersBehind(members.map(({ variable }) => variable.name));
  const options = members.map(({ variable }, at): FileOption => {
    const text = ownPart(variable.label === '' ? variable.name : variable.label, label);
    return { code: codes[at] ?? at + 1, label: text, spellings: [], column: places[at] ?? null, missing: missingReason(text) };
  });
  return { ...base, form: 'indicator', separator: null, options, specifyColumn: null };
}

/** The numbers at the ends of names, `q5_1` … `q5_99`, where each has one of its own; else their order. */
function numbersBehind(names: readonly string[]): number[] {
  const numbers = names.map((name) => Number(/(\d{1,6})$/u.exec(name)?.[1] ?? Number.NaN));
  const areOwn = numbers.every(Number.isSafeInteger) && new Set(numbers).size === numbers.length;
  return areOwn ? numbers : names.map((_, at) => at + 1);
}

/** A variable's label without the question that stands before the option. */
function ownPart(text: string, question: string): string {
  if (!text.startsWith(question)) return text;
  const rest = text
    .slice(question.length)
    .replace(/^\s*[:–—-]\s*/u, '')
    .trim();
  return rest === '' ? text : rest;
}
