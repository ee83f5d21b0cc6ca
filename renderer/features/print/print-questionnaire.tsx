import type { QuestionnaireSheet } from '../../../shared/contract/print.ts';
import { intlOf } from '../../lib/catalogues.ts';
import { printNode } from '../../lib/paper/print-node.tsx';
import { QuestionnairePaper } from './QuestionnairePaper.tsx';

/** Shows a questionnaire on paper to the printer alone, as long as something runs. */
export async function printQuestionnaire<T>(sheet: QuestionnaireSheet, run: () => Promise<T>): Promise<T> {
  const { title, language } = sheet;
  return printNode({ node: <QuestionnairePaper sheet={sheet} />, words: await intlOf(language), title, language }, run);
}
