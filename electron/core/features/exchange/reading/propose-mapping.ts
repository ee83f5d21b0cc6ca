import type { ColumnMapping, FileQuestion, SurveyMapping } from '../../../../../shared/model/survey-file.ts';
import type { ColumnProfile } from './column-profile.ts';
import { groupByOneHeader, groupByTwoHeaders, headerText, type ColumnGroup } from './group-columns.ts';
import { isCodeHeader, isSpecifyHeader } from './header-words.ts';
import { mergeSpecify, proposeGroup } from './propose-group.ts';
import type { ProposalContext } from './propose-question.ts';

/**
 * Proposes what each column becomes, from its headers and from what the whole file holds in it. Every column gets a role
 * and every question its columns; nothing is dropped silently (an empty column is `skip`). Pure: the same profiles give
 * the same proposal.
 */
export function proposeMapping(profiles: readonly ColumnProfile[], headerRows: number, context: ProposalContext): SurveyMapping {
  const code = findCodeColumn(profiles);
  const groups = headerRows === 2 ? groupByTwoHeaders(profiles) : groupByOneHeader(profiles);
  const questions: FileQuestion[] = [];
  for (const group of groups) {
    const kept = withoutColumn(group, code);
    if (kept.columns.some((profile) => profile.filled > 0)) addQuestions(questions, kept, context);
  }
  return { columns: profiles.map((profile) => mapColumn(profile, code, questions)), questions, decimalSign: context.decimalSign };
}

/** Adds a group's questions, joining a lone "other, please specify" column to the choice question before it. */
function addQuestions(questions: FileQuestion[], group: ColumnGroup, context: ProposalContext): void {
  const proposed = proposeGroup(group, context);
  const [only] = proposed;
  const last = questions.at(-1);
  const [profile] = group.columns;
  if (last !== undefined && only !== undefined && profile !== undefined && group.columns.length === 1 && profile.header.length < 2) {
    const header = headerText(profile);
    const isNext = Math.max(...last.columns) === profile.column - 1;
    const merged = isNext && isSpecifyHeader(header) ? mergeSpecify(last, profile, header, only) : null;
    if (merged !== null) {
      questions.splice(-1, 1, merged);
      return;
    }
  }
  questions.push(...proposed);
}

/** The first column whose header names respondents and whose filled cells all differ. */
function findCodeColumn(profiles: readonly ColumnProfile[]): number | null {
  const found = profiles.find((profile) => profile.filled > 0 && profile.unique === true && isCodeHeader(headerText(profile)));
  return found?.column ?? null;
}

function withoutColumn(group: ColumnGroup, column: number | null): ColumnGroup {
  if (column === null || !group.columns.some((profile) => profile.column === column)) return group;
  const kept = group.columns
    .map((profile, at) => ({ profile, item: group.items[at] ?? '' }))
    .filter(({ profile }) => profile.column !== column);
  return { ...group, columns: kept.map(({ profile }) => profile), items: kept.map(({ item }) => item) };
}

function mapColumn(profile: ColumnProfile, code: number | null, questions: readonly FileQuestion[]): ColumnMapping {
  const base = { column: profile.column, header: [...profile.header] };
  if (profile.column === code) return { ...base, role: 'respondentCode', questionKey: null };
  const question = questions.find(({ columns }) => columns.includes(profile.column));
  if (question === undefined) return { ...base, role: 'skip', questionKey: null };
  const isSpecify = 'specifyColumn' in question && question.specifyColumn === profile.column;
  return { ...base, role: isSpecify ? 'specify' : question.kind, questionKey: question.key };
}
