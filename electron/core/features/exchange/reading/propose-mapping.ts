import type { ColumnMapping, FileQuestion, SurveyMapping } from '../../../../../shared/model/survey-file.ts';
import type { ColumnProfile } from './column-profile.ts';
import { groupByOneHeader, groupByTwoHeaders, headerText, type ColumnGroup } from './group-columns.ts';
import { isCodeHeader, isSpecifyHeader } from './header-words.ts';
import { mergeSpecify, proposeGroup } from './propose-group.ts';
import type { ProposalContext } from './propose-question.ts';
import { toolColumns } from './tool-columns.ts';

/**
 * Proposes what each column becomes, from its headers and from what the whole file holds in it. Every column gets a role
 * and every question its columns; nothing is dropped silently (an empty column is `skip`). Pure: the same profiles give
 * the same proposal.
 */
export function proposeMapping(profiles: readonly ColumnProfile[], headerRows: number, context: ProposalContext): SurveyMapping {
  const code = findCodeColumn(profiles);
  const groups = headerRows === 2 ? groupByTwoHeaders(profiles) : groupByOneHeader(profiles);
  const tool = toolColumns(profiles.map(headerText));
  const left = new Set([...tool.columns, ...(code === null ? [] : [code]), ...(tool.isKobo ? marksTogether(groups) : [])]);
  const questions: FileQuestion[] = [];
  for (const group of groups) {
    const kept = withoutColumns(group, left);
    if (kept.columns.some((profile) => profile.filled > 0))
      addQuestions(questions, kept, { ...context, leavesBoxesEmpty: tool.isLimeSurvey });
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

/** Columns that hold together, in one cell, the marks that the columns after them hold one by one: `why`, then `why/time`, `why/place`. */
function marksTogether(groups: readonly ColumnGroup[]): number[] {
  return groups.flatMap((group, at) => {
    const [own] = groups[at - 1]?.columns ?? [];
    return own !== undefined && groups[at - 1]?.columns.length === 1 && group.columns.length > 1 && headerText(own) === group.label
      ? [own.column]
      : [];
  });
}

function withoutColumns(group: ColumnGroup, columns: ReadonlySet<number>): ColumnGroup {
  if (!group.columns.some((profile) => columns.has(profile.column))) return group;
  const kept = group.columns
    .map((profile, at) => ({ profile, item: group.items[at] ?? '' }))
    .filter(({ profile }) => !columns.has(profile.column));
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
