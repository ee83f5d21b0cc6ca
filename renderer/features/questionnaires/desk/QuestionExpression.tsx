import type { DesignProblem } from '../../../../shared/contract/questionnaires.ts';
import type { Question } from '../../../../shared/model/questionnaire.ts';
import { useText } from '../../../lib/text.ts';
import { editQuestion } from './desk-actions.ts';
import { ExpressionField } from './ExpressionField.tsx';
import { useDeskContext } from './use-desk.ts';

export interface QuestionExpressionProps {
  readonly question: Question;
  readonly field: 'calculation' | 'optionFilter' | 'repeatCount' | 'defaultValue' | 'requiredWhen';
  readonly problems: readonly DesignProblem[];
  readonly allowsColumns?: boolean;
}

/** One of a question's expressions; an empty field is none. */
export function QuestionExpression({ question, field, problems, allowsColumns = false }: QuestionExpressionProps) {
  const say = useText();
  const desk = useDeskContext();
  return (
    <ExpressionField
      allowsColumns={allowsColumns}
      field={field}
      help={say(`questionnaires.designer.${field}Help`)}
      label={say(`questionnaires.designer.${field}`)}
      onDone={() => desk.open(desk.design.store.keyOf(question.id))}
      onType={(text) => editQuestion(desk, question, { [field]: text.trim() === '' ? null : text })}
      part={field}
      problems={problems}
      question={question}
      value={question[field] ?? ''}
    />
  );
}
