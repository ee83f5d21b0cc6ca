import { isResponseWord } from './detect-header.ts';
import type { ColumnProfile } from './column-profile.ts';
import { spellingKey } from './value-forms.ts';

/** Columns side by side that share one question text. `items` are the parts that differ, one per column. */
export interface ColumnGroup {
  readonly label: string;
  readonly columns: readonly ColumnProfile[];
  readonly items: readonly string[];
  /** The columns differ by a running number only, as in `theme_1`, `theme_2`. */
  readonly numbered: boolean;
  /** Only a guess from the shape of variable names: a common question only when the columns' contents say so too. */
  readonly soft: boolean;
}

/** Splits a header into the question and the part that is the column's own; null when it has no such part. */
type HeaderSplit = (header: string) => { question: string; item: string } | null;

function splitter(pattern: RegExp): HeaderSplit {
  return (header) => {
    const match = pattern.exec(header);
    const [, question = '', item = ''] = match ?? [];
    return match === null || question.trim() === '' || item.trim() === '' ? null : { question: question.trim(), item: item.trim() };
  };
}

/** How survey tools write "question, option" in one header row, the least doubtful first. */
const splits: readonly { split: HeaderSplit; numbered: boolean; soft?: boolean }[] = [
  { split: splitter(/^(.+?)\s*\[([^\]]+)\]$/), numbered: false },
  { split: splitter(/^(.*?[?:.])\s*:?\s+(?:[-\u2013]\s+)?(\S.*)$/), numbered: false },
  { split: splitter(/^(.+?):\s*(\S.*)$/), numbered: false },
  { split: splitter(/^(.+?)\s+[-\u2013\u2014>]\s+(\S.*)$/), numbered: false },
  // Before the last stroke: a question may stand in groups, as in `about/why/time`.
  { split: splitter(/^([^\s]+)\/([^/]+)$/), numbered: false },
  { split: splitter(/^(.*?)[_.\s-]{1,3}(\d{1,3})$/), numbered: true },
  { split: splitter(/^(.*?[^\d])(\d{1,3})$/), numbered: true },
  { split: splitter(/^([^_]+(?:_[^_]+)*?)_(.+)$/), numbered: false, soft: true },
];

/** The header row's text for a column; the second row when the first is empty. */
export function headerText(profile: ColumnProfile): string {
  return profile.header[0] !== undefined && profile.header[0] !== '' ? profile.header[0] : (profile.header[1] ?? '');
}

/** The question of each column when there are two header rows: an empty first row continues the question to the left. */
export function questionTexts(profiles: readonly ColumnProfile[]): string[] {
  let current = '';
  return profiles.map(({ header: [first = '', second = ''] }) => {
    if (first !== '') current = first;
    else if (second === '') current = '';
    return current;
  });
}

/** Groups under two header rows: neighbours with the same question. A question with one column is a group of one. */
export function groupByTwoHeaders(profiles: readonly ColumnProfile[]): ColumnGroup[] {
  const questions = questionTexts(profiles);
  const groups: { label: string; columns: ColumnProfile[]; items: string[]; numbered: boolean; soft: boolean }[] = [];
  for (const [at, profile] of profiles.entries()) {
    const label = questions[at] ?? '';
    const second = profile.header[1] ?? '';
    const item = second === label || isResponseWord(second) ? '' : second;
    const last = groups.at(-1);
    if (last !== undefined && label !== '' && last.label === label) {
      last.columns.push(profile);
      last.items.push(item);
    } else groups.push({ label, columns: [profile], items: [item], numbered: false, soft: false });
  }
  return groups;
}

/** Groups under one header row: neighbours whose headers share everything before an option, by the first way that fits. */
export function groupByOneHeader(profiles: readonly ColumnProfile[]): ColumnGroup[] {
  const groups: ColumnGroup[] = [];
  let at = 0;
  while (at < profiles.length) {
    const group = longestGroup(profiles, at);
    groups.push(group);
    at += group.columns.length;
  }
  return groups;
}

function longestGroup(profiles: readonly ColumnProfile[], start: number): ColumnGroup {
  for (const { split, numbered, soft } of splits) {
    const first = split(headerText(profiles[start] ?? emptyProfile));
    if (first === null) continue;
    const columns: ColumnProfile[] = [];
    const items: string[] = [];
    for (const profile of profiles.slice(start)) {
      const parts = split(headerText(profile));
      if (parts === null || spellingKey(parts.question) !== spellingKey(first.question)) break;
      columns.push(profile);
      items.push(parts.item);
    }
    if (columns.length > 1) return { label: first.question, columns, items, numbered, soft: numbered || soft === true };
  }
  const profile = profiles[start] ?? emptyProfile;
  return { label: headerText(profile), columns: [profile], items: [''], numbered: false, soft: false };
}

const emptyProfile: ColumnProfile = {
  column: 0,
  header: [],
  filled: 0,
  values: [],
  unique: null,
  meanLength: 0,
  tested: 0,
  numbers: 0,
  integers: 0,
  least: 0,
  most: 0,
  isPadded: false,
  dates: { iso: 0, dmy: 0, mdy: 0, ymd: 0 },
  hasHalfDay: false,
};
