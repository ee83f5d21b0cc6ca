import { cut } from '../texts/index.ts';
/** What can be wrong with an expression; each is a message `expressions.problem.<reason>`. */
export type ProblemReason =
  // It cannot be read.
  | 'unknownSign'
  | 'curlyQuotes'
  | 'unclosedText'
  | 'badReference'
  | 'numberTooLarge'
  | 'path'
  | 'bareWord'
  | 'wordIsFunction'
  | 'unknownFunction'
  | 'unknownFunctionNear'
  | 'valueExpected'
  | 'valueMissing'
  | 'operatorExpected'
  | 'closeExpected'
  | 'closeMissing'
  | 'parentExpected'
  | 'argumentCount'
  | 'argumentRange'
  | 'chainedComparison'
  | 'tooDeep'
  | 'tooLong'
  // It can be read, and does not fit the questionnaire.
  | 'unknownName'
  | 'unknownNameNear'
  | 'unknownColumn'
  | 'ownAnswer'
  | 'later'
  | 'cycle'
  | 'selfCycle'
  | 'noAnswer'
  | 'repeatValue'
  | 'notRepeat'
  | 'notInRepeat'
  | 'noRepeat'
  | 'firstOnly'
  | 'choiceNameQuestion'
  | 'pattern'
  | 'patternCostly'
  // It is readable and says something that was hardly meant.
  | 'unknownOption'
  | 'unknownOptionNear'
  | 'setCompared'
  | 'selectedOnOther'
  | 'dateWithText'
  | 'dateWithNumber'
  | 'textAsNumber'
  | 'orderOfText'
  | 'notADate';

/** One thing that is wrong, and where. `params` always holds `position`, the place counted from 1, and `part`, the text at fault. */
export interface ExpressionProblem {
  readonly message: `expressions.problem.${ProblemReason}`;
  readonly at: number;
  readonly end: number;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Makes a problem with the parameters that all of them have. */
export function problem(
  reason: ProblemReason,
  { at, end, part }: { readonly at: number; readonly end: number; readonly part: string },
  params: Readonly<Record<string, string | number>> = {},
): ExpressionProblem {
  return { message: `expressions.problem.${reason}`, at, end, params: { position: at + 1, part: cut(part), ...params } };
}

/** Thrown inside the reader only; `parseExpression` turns it into a result. */
export class ExpressionError extends Error {
  readonly problem: ExpressionProblem;

  constructor(found: ExpressionProblem) {
    super(found.message);
    this.name = 'ExpressionError';
    this.problem = found;
  }
}
