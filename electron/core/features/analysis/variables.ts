import { z } from 'zod';
import type { AnalysisVariable, VariableGroup } from '../../../../shared/contract/analysis.ts';
import { VariableId } from '../../../../shared/model/ids.ts';
import { identifyingVariables } from '../../analysis/identifying.ts';
import { countingOf } from '../../analysis/stored-answers.ts';
import { batteryTitle, readQuestions, type QuestionBook, type QuestionForm } from '../../analysis/questions.ts';
import type { Statements } from '../../db/statements.ts';

function kindOf(type: string): AnalysisVariable['kind'] {
  if (type === 'scale' || type === 'scale-0-10') return 'scale';
  const counting = countingOf(type);
  return counting === 'set' ? 'several' : counting === 'number' ? 'number' : 'one';
}

/** What a project's variables are read from. */
interface Known extends QuestionBook {
  readonly identifying: ReadonlySet<string>;
}

function variableOf(book: Known, form: QuestionForm): AnalysisVariable {
  const kind = kindOf(form.type);
  return {
    id: form.variableId,
    kind,
    label: form.wording,
    name: form.variableName,
    members: [VariableId.parse(form.variableId)],
    // The bands of a number follow the answers; nobody can be chosen by them.
    options:
      kind === 'number'
        ? []
        : book.optionsOf(form.variableId).map(({ code, label, name }) => ({ code, label, ...(name === undefined ? {} : { name }) })),
    isInRounds: book.formsOf(form.variableId).some(({ repeat }) => repeat !== null),
    ...(book.identifying.has(form.variableId) ? { isIdentifying: true } : {}),
  };
}

/** Questions that belong together: items of one parent, or questions of a section that share a scale. */
function gridKey(form: QuestionForm): string | null {
  // What is asked in every round has no one answer per person to set beside the others.
  if (form.repeat !== null || (form.type !== 'scale' && form.type !== 'scale-0-10')) return null;
  return form.parentId ?? (form.scaleId === null ? null : `${form.sectionId} ${form.scaleId}`);
}

/** The variables of a section in its order; a battery stands before its first item. */
function withGrids(book: Known, forms: readonly QuestionForm[]): AnalysisVariable[] {
  const batteries = Map.groupBy(forms, (form) => gridKey(form) ?? form.variableId);
  return forms.flatMap((form) => {
    const items = batteries.get(gridKey(form) ?? form.variableId) ?? [];
    const own = variableOf(book, form);
    if (items.length < 2 || items[0] !== form) return [own];
    const members = items.map(({ variableId }) => VariableId.parse(variableId));
    return [
      {
        id: `grid:${form.variableId}`,
        kind: 'grid',
        label: batteryTitle(form),
        name: '',
        members,
        options: own.options,
        isInRounds: false,
      } satisfies AnalysisVariable,
      own,
    ];
  });
}

function special(kind: 'themes' | 'wave' | 'place' | 'service'): VariableGroup {
  return { id: kind, kind, title: {}, variables: [{ id: kind, kind, label: {}, name: '', members: [], options: [], isInRounds: false }] };
}

/** Some interview says where it was held, or about which service. */
function isSaid(sql: Statements, projectId: string, column: 'place_id' | 'service_id'): boolean {
  const found = sql.get(
    z.object({ n: z.int() }),
    `SELECT 1 AS n FROM interview WHERE project_id = :projectId AND ${column} IS NOT NULL LIMIT 1`,
    { projectId },
  );
  return found !== undefined;
}

/** Everything of a project that can be counted: background first, then section by section, themes, waves, places. */
export function listVariables(sql: Statements, projectId: string): VariableGroup[] {
  const book: Known = { ...readQuestions(sql, projectId), identifying: identifyingVariables(sql, projectId) };
  const newest = [...new Set(book.forms.map(({ variableId }) => variableId))]
    .flatMap((id) => book.formsOf(id).slice(0, 1))
    .filter(({ type }) => countingOf(type) !== null);
  const background = newest.filter(({ isBackground }) => isBackground).map((form) => variableOf(book, form));
  const sections = [
    ...Map.groupBy(
      newest.filter(({ isBackground }) => !isBackground),
      ({ sectionId }) => sectionId,
    ).entries(),
  ];
  return [
    ...(background.length === 0
      ? []
      : [{ id: 'background', kind: 'background', title: {}, variables: background } satisfies VariableGroup]),
    ...sections.map(([id, forms]): VariableGroup => ({
      id,
      kind: 'section',
      title: forms[0]?.sectionTitle ?? {},
      variables: withGrids(book, forms),
    })),
    special('themes'),
    special('wave'),
    ...(isSaid(sql, projectId, 'place_id') ? [special('place')] : []),
    ...(isSaid(sql, projectId, 'service_id') ? [special('service')] : []),
  ];
}
