import type { TabBook } from '../../../../../shared/contract/analysis-exhibits.ts';
import { ExhibitDefinition } from '../../../../../shared/contract/exhibit-definition.ts';
import { readQuestions } from '../../../analysis/questions.ts';
import { countingOf } from '../../../analysis/stored-answers.ts';
import type { Statements } from '../../../db/statements.ts';
import { listVariables } from '../variables.ts';

/** The groupings of a book; a question is not counted by itself. */
function groupings({ columns, banner = [] }: TabBook): readonly string[] {
  return [...(columns === undefined ? [] : [columns]), ...banner.flatMap(({ by, within }) => (within === undefined ? [by] : [by, within]))];
}

/** Everything of a project that can be counted person by person, in the order of the questionnaire, background first. */
function everything(sql: Statements, projectId: string): string[] {
  const single = listVariables(sql, projectId).flatMap(({ variables }) =>
    variables.flatMap(({ kind, id, isInRounds }) => (['one', 'several', 'scale', 'number'].includes(kind) && !isInRounds ? [id] : [])),
  );
  return [...new Set(single)];
}

/** The tables of a book: each question by the same groups. Questions that are gone, or make the groups, have none. */
export function tablesOf(sql: Statements, projectId: string, book: TabBook): ExhibitDefinition[] {
  const { rows, columns, banner, filter, language, percent, letters, weights } = book;
  const questions = readQuestions(sql, projectId);
  const isThere = (id: string): boolean => countingOf(questions.formsOf(id)[0]?.type ?? '') !== null;
  const inGroups = groupings(book);
  const hasGroups = inGroups.length > 0;
  return (rows ?? everything(sql, projectId))
    .filter((id) => isThere(id) && !inGroups.includes(id))
    .map((id) =>
      ExhibitDefinition.parse({
        kind: hasGroups ? 'crosstab' : 'frequency',
        rows: id,
        ...(columns === undefined ? {} : { columns }),
        ...(banner === undefined ? {} : { banner }),
        ...(filter === undefined ? {} : { filter }),
        language,
        percent,
        ...(letters === undefined || !hasGroups ? {} : { letters }),
        ...(weights === undefined ? {} : { weights }),
      }),
    );
}
