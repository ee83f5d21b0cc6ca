import { isOneChoice, takesAnswer, type Question } from '../../../../../shared/model/questionnaire.ts';
import type { DecimalSign, DateForm as FileDateForm, FileOption, FileQuestion } from '../../../../../shared/model/survey-file.ts';
import type { UnreadValue } from '../../../../../shared/model/survey-import.ts';
import type { Language } from '../../../../../shared/model/text.ts';
import type { ColumnProfile, ValueCount } from '../reading/column-profile.ts';
import { createBlankSplitter } from '../reading/blank-lists.ts';
import { splitList, type ListSeparator } from '../reading/list-cells.ts';
import { missingReason } from '../reading/missing-words.ts';
import { isNo } from '../reading/propose-group.ts';
import { valuesOf } from '../reading/propose-options.ts';
import { proposeSingle } from '../reading/propose-question.ts';
import { spellingKey } from '../reading/value-forms.ts';
import { readOptions, targetMissingWords } from './option-values.ts';

/** Which part of a question a column holds: all of it, one option's tick, one of several places, or the words beside "other". */
export type ColumnPart =
  | { readonly column: number; readonly part: 'whole' | 'specify' }
  | { readonly column: number; readonly part: 'option'; readonly code: number }
  | { readonly column: number; readonly part: 'place'; readonly nth: number };

/** What the file as a whole settles, and the words the file itself uses for the question. */
export interface FitContext {
  readonly profileOf: (column: number) => ColumnProfile | undefined;
  readonly decimalSign: DecimalSign;
  readonly language: Language;
  readonly label: string;
  readonly group: string | null;
  /** The program's own export, which gives a ranking one column per option, with its place in it. */
  readonly isOwnExport: boolean;
}

export interface Fitted {
  readonly question: FileQuestion;
  readonly unread: readonly UnreadValue[];
  /** Share of the filled cells that could be read as this question, 0 to 1. */
  readonly share: number;
}

const mostUnread = 12;
/** Blanks are between labels where at least this share of a column's cells can be cut into labels. */
const blankShare = 0.8;

/**
 * Whether columns of a file can be read as answers to a question outside rounds. What is asked of each person of a group is asked once
 * in an interview with one person; questions of repeats stand in sheets of their own.
 */
export function isImportable(question: Pick<Question, 'type' | 'parentId'>): boolean {
  return takesAnswer(question) && question.parentId === null;
}

/** Columns read as answers to a question of the questionnaire, in its codes; null when they cannot be. */
export function fitQuestion(target: Question, parts: readonly ColumnPart[], context: FitContext): Fitted | null {
  if (!isImportable(target) || parts.length === 0) return null;
  if (target.type === 'several' || target.type === 'rank') return fitMultiple(target, parts, context);
  const whole = parts.find(({ part }) => part === 'whole') ?? parts.find(({ part }) => part === 'place');
  const profile = whole === undefined ? undefined : context.profileOf(whole.column);
  if (whole === undefined || profile === undefined) return null;
  const base = { key: `c${whole.column}`, label: context.label, group: context.group, columns: [whole.column] };
  const missing = targetMissingWords(target, profile.values);
  if (isOneChoice(target)) return fitClosed(target, profile, { ...base, missing }, specifyOf(parts), context);
  if (target.type === 'number') {
    const share = profile.tested === 0 ? 1 : profile.numbers / profile.tested;
    return { question: { kind: 'number', ...base, missing }, unread: [], share };
  }
  if (target.type === 'date' && (target.dateForm === null || target.dateForm === 'date' || target.dateForm === 'date-time'))
    return { question: { kind: 'date', ...base, missing, ...dateFormOf(profile, context) }, unread: [], share: dateShare(profile) };
  return { question: { kind: 'open', ...base, missing }, unread: [], share: 1 };
}

function fitClosed(
  target: Question,
  profile: ColumnProfile,
  base: Pick<FileQuestion, 'key' | 'label' | 'group' | 'columns' | 'missing'>,
  specifyColumn: number | null,
  { language }: FitContext,
): Fitted | null {
  const { options, unread, share } = readOptions(target, profile.values, language);
  if (options.length === 0) return null;
  const columns = specifyColumn === null ? base.columns : [...base.columns, specifyColumn];
  return {
    question: { kind: 'closed', ...base, columns, options, scale: null, specifyColumn },
    unread: unread.slice(0, mostUnread).map((value) => ({ key: base.key, ...value })),
    share,
  };
}

function fitMultiple(target: Question, parts: readonly ColumnPart[], context: FitContext): Fitted | null {
  const specifyColumn = specifyOf(parts);
  const ticks = ticksOf(target, parts, context);
  const columns = (ticks ?? parts.filter(({ part }) => part !== 'specify')).map(({ column }) => column);
  const profiles = columns.flatMap((column) => context.profileOf(column) ?? []);
  const [first] = columns;
  if (first === undefined || profiles.length === 0) return null;
  const values = valuesOf(profiles);
  const base = { key: `c${first}`, label: context.label, group: context.group, isRanked: target.type === 'rank', specifyColumn };
  const all = specifyColumn === null ? columns : [...columns, specifyColumn];
  const missing = targetMissingWords(target, values);
  if (ticks !== null) {
    const { options } = readOptions(target, null, context.language);
    const placed = options.map((option): FileOption => {
      const column = ticks.find(({ code }) => code === option.code)?.column ?? null;
      return { ...option, spellings: [...option.spellings, ...ownWords(column, context)], column };
    });
    return {
      question: { kind: 'multiple', ...base, columns: all, missing, form: 'indicator', separator: null, options: placed },
      unread: [],
      share: 1,
    };
  }
  if (context.isOwnExport && target.type === 'rank') return fitRanks(target, parts, { ...base, columns: all, missing }, context.language);
  const separator = columns.length === 1 ? separatorFor(target, values, context.language) : null;
  const reading = readOptions(target, separator === null ? values : partsOf(target, values, separator), context.language);
  if (reading.options.length === 0) return null;
  const form = separator === null ? 'listed' : 'separated';
  return {
    question: { kind: 'multiple', ...base, columns: all, missing, form, separator, options: reading.options },
    unread: reading.unread.slice(0, mostUnread).map((value) => ({ key: base.key, ...value })),
    share: reading.share,
  };
}

/** A column per option of a ranking; headers end in the options' codes. */
function fitRanks(
  target: Question,
  parts: readonly ColumnPart[],
  base: Omit<Extract<FileQuestion, { kind: 'multiple' }>, 'kind' | 'form' | 'separator' | 'options'>,
  language: Language,
): Fitted {
  const options = readOptions(target, null, language).options.map((option): FileOption => {
    const column = parts.find((part) => part.part === 'place' && part.nth === option.code)?.column ?? null;
    return { ...option, column };
  });
  return { question: { kind: 'multiple', ...base, form: 'ranks', separator: null, options }, unread: [], share: 1 };
}

interface Tick {
  readonly column: number;
  readonly code: number;
}

/** A column per option; also where headers only number them (`why_1`, `why_2`) and the cells are marks. */
function ticksOf(target: Question, parts: readonly ColumnPart[], { profileOf }: FitContext): Tick[] | null {
  const named = parts.flatMap((part): Tick[] => (part.part === 'option' ? [{ column: part.column, code: part.code }] : []));
  if (named.length > 0 || target.type === 'rank') return named.length > 0 && target.type !== 'rank' ? named : null;
  const places = parts.flatMap((part) => (part.part === 'place' ? [part] : []));
  const isMarked = (column: number): boolean =>
    (profileOf(column)?.values ?? null)?.every(({ key }) => /^(?:0|1|x|true|false|ja|yes)$/u.test(key)) ?? false;
  if (places.length < 2 || !places.every(({ column }) => isMarked(column))) return null;
  const numbered = places.flatMap(({ column, nth }): Tick[] => {
    const option = target.options.find(({ code }) => code === nth) ?? target.options[nth - 1];
    return option === undefined ? [] : [{ column, code: option.code }];
  });
  return numbered.length === places.length ? numbered : null;
}

/** A tick is often the option's own words, perhaps not quite those of the questionnaire: a lone text in a column of ticks is that. */
function ownWords(column: number | null, { profileOf }: FitContext): readonly string[] {
  const values = column === null ? null : (profileOf(column)?.values ?? null);
  const isOther = (label: string): boolean => /^\s*(?:0|1|x)?\s*$/iu.test(label) || isNo(label) || missingReason(label) !== null;
  const texts = (values ?? []).filter(({ label }) => !isOther(label));
  return texts.length === 1 ? (texts[0]?.spellings ?? []) : [];
}

function specifyOf(parts: readonly ColumnPart[]): number | null {
  return parts.find(({ part }) => part === 'specify')?.column ?? null;
}

/** The sign between several options of one cell: the one under which most cells can be read; blanks only between codes, or where nearly every word is of an option. */
function separatorFor(target: Question, values: readonly ValueCount[] | null, language: Language): ListSeparator {
  const signs: readonly ListSeparator[] = [';', '|', ',', ' '];
  const best = signs
    .map((sign) => {
      const parts = partsOf(target, values, sign);
      const reading = readOptions(target, parts, language);
      const isSplit = (parts?.reduce((sum, { count }) => sum + count, 0) ?? 0) > (values?.reduce((sum, { count }) => sum + count, 0) ?? 0);
      return { sign, isSplit, share: sign === ' ' && reading.writes !== 'codes' && reading.share < blankShare ? -1 : reading.share };
    })
    .toSorted((a, b) => b.share - a.share || Number(b.isSplit) - Number(a.isSplit));
  return best[0]?.sign ?? ';';
}

function partsOf(target: Question, values: readonly ValueCount[] | null, separator: ListSeparator): ValueCount[] | null {
  if (values === null) return null;
  const parts = new Map<string, ValueCount>();
  const cut = separator === ' ' ? blankSplitter(target) : null;
  for (const { label, count } of values) {
    const cell = cut?.(label) ?? { parts: splitList(label, separator) };
    // What cannot be told apart is a problem of its row; as a value it says nothing.
    for (const part of cell === 'ambiguous' ? [] : cell.parts) {
      const key = spellingKey(part);
      const known = parts.get(key);
      parts.set(key, {
        key,
        label: known?.label ?? part,
        spellings: [known?.label ?? part],
        count: (known?.count ?? 0) + count,
        seen: known?.seen ?? parts.size,
      });
    }
  }
  return [...parts.values()];
}

/** Labels in every language, names and codes, which may all hold blanks. */
function blankSplitter({ options }: Question): ReturnType<typeof createBlankSplitter> {
  const codes = new Map<string, number>();
  for (const { code, name, label } of options) {
    for (const text of [...Object.values(label), name ?? '', String(code)]) {
      const key = spellingKey(text);
      if (key !== '' && !codes.has(key)) codes.set(key, code);
    }
  }
  return createBlankSplitter(codes.keys(), (key) => codes.get(key) ?? null);
}

function dateFormOf(profile: ColumnProfile, { decimalSign, label }: FitContext): { dateForm: FileDateForm; ambiguous: boolean } {
  const proposed = proposeSingle(profile, label, null, { decimalSign, dateForm: null });
  return proposed.kind === 'date' ? { dateForm: proposed.dateForm, ambiguous: proposed.ambiguous } : { dateForm: 'dmy', ambiguous: false };
}

function dateShare({ tested, dates, numbers }: ColumnProfile): number {
  return tested === 0 ? 1 : Math.max(dates.iso, dates.dmy, dates.mdy, dates.ymd, numbers) / tested;
}
