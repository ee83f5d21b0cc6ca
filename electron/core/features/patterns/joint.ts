import { z } from 'zod';
import type { ExhibitDefinition } from '../../../../shared/contract/analysis.ts';
import { Inference, type JointView, type Judgement, type ScoredPerson } from '../../../../shared/contract/patterns.ts';
import { ThemeId, type ProjectId, type VariableId } from '../../../../shared/model/ids.ts';
import { localised, type Language } from '../../../../shared/model/text.ts';
import type { ReleasedExhibit } from '../../../../shared/model/exhibit.ts';
import { percentOf, scoreCuts, wilson } from '../../../../shared/statistics/index.ts';
import { readQuestions } from '../../analysis/questions.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { GateTools } from '../analysis/gate-tools.ts';
import { insideView } from '../analysis/inside-view.ts';
import { makeExhibit } from '../analysis/release-exhibit.ts';
import { columnOf, readSelection } from '../analysis/selection.ts';
import { readThemePersons } from '../../analysis/themes-column.ts';
import { viewExhibit } from '../analysis/view-exhibit.ts';
import { readJointQuotes } from './joint-quotes.ts';

export interface JointWanted {
  readonly projectId: ProjectId;
  readonly variableId: VariableId;
  readonly cuts?: readonly (readonly number[])[] | undefined;
  readonly language: Language;
}

/** Persons a group of scores must have before its shares say anything. */
const fewest = 5;
/** Persons listed one by one; how many there are is told beside them. */
const mostCases = 500;

const JudgementRow = z.object({ theme_id: z.string(), inference: Inference.nullable(), words: z.string() });

/** The table of themes by groups of scores, as analysis counts it. @throws AppError NOT_FOUND for a question without an order */
export function jointDefinition(sql: Statements, { projectId, variableId, cuts, language }: JointWanted): ExhibitDefinition {
  const book = readQuestions(sql, projectId);
  const [form] = book.formsOf(variableId);
  if (form === undefined || (form.type !== 'scale' && form.type !== 'scale-0-10')) throw new AppError('NOT_FOUND');
  const codes = book.optionsOf(variableId).map(({ code }) => code);
  const groups = cuts ?? scoreCuts(codes);
  if (groups === null) throw new AppError('NOT_FOUND');
  return {
    kind: 'themes',
    rows: 'themes',
    columns: variableId,
    cuts: groups.map((group) => [...group]),
    language,
    percent: 'column',
  };
}

/** The group at the good end of the scale. */
function topKeyOf(sql: Statements, { projectId, variableId }: JointWanted, cuts: readonly (readonly number[])[]): string {
  const [form] = readQuestions(sql, projectId).formsOf(variableId);
  const top = form?.direction === 'falling' ? cuts[0] : cuts.at(-1);
  return (top ?? []).join('.');
}

/** The share of the top group, out of the released bases: where one of them is hidden, so is the share. */
export function topBoxOf({ columns }: ReleasedExhibit, topKey: string): JointView['topBox'] {
  const n = columns.find(({ key }) => key === topKey)?.base?.n ?? null;
  const of = columns.find(({ key }) => key === 'all')?.base?.n ?? null;
  if (n === null || of === null || of === 0) return null;
  const { low, high } = wilson(n, of);
  return { n, of, percent: percentOf(n, of), low: Math.round(100 * low), high: Math.round(100 * high) };
}

export function readJudgements(sql: Statements, { projectId, variableId }: JointWanted): Judgement[] {
  const rows = sql.all(
    JudgementRow,
    'SELECT theme_id, inference, words FROM joint_display WHERE project_id = :projectId AND variable_id = :variableId ORDER BY id',
    { projectId, variableId },
  );
  return rows.map(({ theme_id: themeId, inference, words }) => ({ themeId: ThemeId.parse(themeId), inference, words }));
}

/** Themes beside a score. @throws AppError NOT_FOUND, CODING_IS_BLIND */
export function readJoint(sql: Statements, wanted: JointWanted, createdAt: string, tools: GateTools): JointView {
  const { projectId } = wanted;
  const definition = jointDefinition(sql, wanted);
  const cuts = definition.cuts ?? [];
  const inside = insideView(makeExhibit(sql, { projectId, definition, createdAt, tools }));
  const view = viewExhibit(sql, { projectId, definition, createdAt, tools });
  const topKey = topKeyOf(sql, wanted, cuts);
  return {
    view,
    cuts,
    topKey,
    topBox: topBoxOf(view.released, topKey),
    tooSmall: inside.columns.filter(({ key, n }) => key !== 'all' && (n ?? 0) < fewest).map(({ label }) => label),
    quotes: readJointQuotes(sql, projectId, definition, view.released),
    judgements: readJudgements(sql, wanted),
  };
}

const byCode = new Intl.Collator('nb', { numeric: true });
const CodeRow = z.object({ id: z.string(), code: z.string() });

/** Persons with a score, lowest first, with their themes by themselves, and how many there are. @throws AppError NOT_FOUND, CODING_IS_BLIND */
export function readCases(sql: Statements, wanted: JointWanted): { persons: ScoredPerson[]; total: number } {
  const definition = jointDefinition(sql, wanted);
  const selection = readSelection(sql, wanted.projectId, definition);
  const { units } = selection.source;
  const column = columnOf(selection.source, wanted.variableId);
  const codes = new Map(
    sql
      .all(CodeRow, 'SELECT id, code FROM respondent WHERE project_id = :projectId', { projectId: wanted.projectId })
      .map(({ id, code }) => [id, code]),
  );
  const themes = readThemePersons(sql, wanted.projectId, units, true);
  const persons = Array.from(column.values, (value, person) => ({ value, person }))
    .filter(({ value }) => value >= 0)
    .map(({ value, person }) => ({
      value,
      code: codes.get(units.respondentIds[person] ?? '') ?? '',
      score: localised(column.categories[value]?.label ?? {}, wanted.language),
      group: (definition.cuts?.[selection.groupValues[person] ?? -1] ?? []).join('.'),
      themeIds: themes.flatMap(({ id, persons }) => (persons[person] === 1 ? [ThemeId.parse(id)] : [])),
    }))
    .toSorted((a, b) => a.value - b.value || byCode.compare(a.code, b.code));
  return { persons: persons.slice(0, mostCases).map(({ value: _value, ...person }) => person), total: persons.length };
}
