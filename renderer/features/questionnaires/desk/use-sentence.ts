import { useMemo } from 'react';
import type { ExpressionField } from '../../../../shared/expressions/fields.ts';
import { questionsOf, type Question } from '../../../../shared/model/questionnaire.ts';
import { useLanguage, useText } from '../../../lib/text.ts';
import { expressionSentence } from '../design/expression-sentence.ts';
import { useDeskContext } from './use-desk.ts';

/** Says an expression in words of the interface's language, with the answers' words in the language in hand; empty when it cannot be read. */
export function useSentence(): (field: ExpressionField, expression: string, own?: Question | null) => string {
  const say = useText();
  const language = useLanguage();
  const { version, state } = useDeskContext();
  const questions = useMemo(() => questionsOf(version), [version]);
  return (field, expression, own = null) =>
    expressionSentence(field, expression, { questions, own }, { say, interface: language, content: state.language });
}
