import type { Question, QuestionnaireVersion, Section } from '../model/questionnaire.ts';
import { parseExpression, type ParsedExpression } from './parse.ts';

/** The parts of a questionnaire that hold expressions, by the names that the contract gives them. */
export type ExpressionField = 'relevant' | 'calculation' | 'optionFilter' | 'repeatCount' | 'defaultValue' | 'requiredWhen' | 'check';

/** One expression of a version, read. */
export interface ReadField {
  readonly field: ExpressionField;
  /** Which of the checks; null for the other fields. */
  readonly index: number | null;
  readonly text: string;
  readonly parsed: ParsedExpression;
}

type WithExpressions = Pick<
  Question,
  'type' | 'relevant' | 'calculation' | 'optionFilter' | 'repeatCount' | 'defaultValue' | 'requiredWhen' | 'checks'
>;

/** Reads a question's expressions. Empty texts are no expressions; a calculation counts where the answer is calculated. */
export function readFields(question: WithExpressions): ReadField[] {
  return [
    ...readOne('relevant', question.relevant),
    ...readOne('calculation', question.type === 'calculated' ? question.calculation : null),
    ...readOne('optionFilter', question.optionFilter),
    ...readOne('repeatCount', question.type === 'repeat' ? question.repeatCount : null),
    ...readOne('defaultValue', question.defaultValue),
    ...readOne('requiredWhen', question.requiredWhen),
    ...question.checks.flatMap((check, index) => readOne('check', check.expression, index)),
  ];
}

/** Reads when a section is asked. */
export function readSection(section: Pick<Section, 'relevant'>): ReadField[] {
  return readOne('relevant', section.relevant);
}

function readOne(field: ExpressionField, text: string | null, index: number | null = null): ReadField[] {
  if (text === null || text.trim() === '') return [];
  return [{ field, index, text, parsed: parseExpression(text, { allowsColumns: field === 'optionFilter' }) }];
}

/** The sections of a version are all that compiling needs. */
export type Sections = Pick<QuestionnaireVersion, 'sections'>;
