import type { AnswerValue } from '../../../../../shared/model/answer.ts';
import type { Question } from '../../../../../shared/model/questionnaire.ts';
import type { SaidValue } from '../../../../../shared/model/survey-import.ts';
import { localised } from '../../../../../shared/model/text.ts';
import { shown } from '../reading/index.ts';
import type { LoadedTarget } from './load-target.ts';

/** A value as a person reads it: options by label, records by name, at most 30 characters. */
export function saidValue(
  { language, recordName }: Pick<LoadedTarget, 'language' | 'recordName'>,
  question: Question,
  value: AnswerValue | null,
): SaidValue {
  const label = (code: number): string =>
    localised(question.options.find((option) => option.code === code)?.label ?? {}, language) || String(code);
  const said = (text: string): SaidValue => ({ text: shown(text), reason: null });
  switch (value?.kind) {
    case undefined:
      return said('');
    case 'code':
      return said(label(value.code));
    case 'codes':
      return said(value.codes.map(label).join(', '));
    case 'number':
      return said(String(value.number));
    case 'text':
      return said(value.text);
    case 'date':
      return said(value.said);
    case 'record':
      return said(recordName(question, value.id));
    case 'missing':
      return { text: '', reason: value.reason };
    case 'draft':
      return said(value.typed);
  }
}
