import type { FrameworkScope } from '../../../../../shared/contract/framework.ts';
import type { LocalisedText } from '../../../../../shared/model/text.ts';
import type { Statements } from '../../../db/statements.ts';
import { readProjectFacts } from '../../analysis/project-facts.ts';
import type { Case } from '../cases.ts';
import { fillOf } from '../cells.ts';
import { readMatrix, type Matrix } from '../read-rows.ts';

/** A matrix as far as it may go into a file. */
export interface FileMatrix extends Matrix {
  /** Rows in the file. */
  readonly shown: readonly Case[];
  /** Rows of answers that fewer persons gave than the threshold. */
  readonly withheld: readonly Case[];
  /** Some row is of fewer persons than the threshold: a working document for somebody who is named. */
  readonly isInternal: boolean;
  readonly threshold: number;
  readonly projectName: string;
}

/**
 * The rows of a file. A summary is about persons like their words: what several said may go out when they are no fewer than the
 * threshold; rows of single persons or small groups make it an internal working document. @throws AppError NOT_FOUND
 */
export function readFileMatrix(sql: Statements, scope: FrameworkScope): FileMatrix {
  const matrix = readMatrix(sql, scope);
  const { name, rule } = readProjectFacts(sql, matrix.record.projectId);
  const isSmall = ({ persons }: Case): boolean => persons < rule.threshold;
  const withheld = matrix.record.unit === 'variable' ? matrix.cases.filter(isSmall) : [];
  const shown = matrix.cases.filter((one) => !withheld.includes(one));
  return { ...matrix, shown, withheld, isInternal: shown.some(isSmall), threshold: rule.threshold, projectName: name };
}

/** What a file would hold. @throws AppError NOT_FOUND */
export function checkFile(sql: Statements, scope: FrameworkScope) {
  const { shown, withheld, isInternal, threshold, cells, record } = readFileMatrix(sql, scope);
  const rowIds = shown.map(({ rowId }) => rowId);
  const fill = fillOf(cells, rowIds, record.themeIds);
  const answers: LocalisedText[] = withheld.map(({ answer }) => answer);
  return { rows: shown.length, withheld: answers, isInternal, threshold, notDone: fill.cells - fill.done };
}
