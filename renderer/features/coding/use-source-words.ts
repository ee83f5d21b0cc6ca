import type { GridSource } from '../../../shared/contract/coding.ts';
import { localised } from '../../../shared/model/text.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import type { CodableCounts } from './GridToolbar.tsx';

interface SourceWords {
  readonly title: string;
  readonly facts: string;
  /** What the grid is called when it is read aloud. */
  readonly label: string;
  /** Texts that can be coded here, and those with a theme or read without one. */
  readonly counts: { readonly answered: number; readonly coded: number };
}

/** What stands over the grid: which words, whose, and how far their coding has come. */
export function useSourceWords(source: GridSource, { questions, minutes, documents }: CodableCounts): SourceWords {
  const say = useText();
  const language = useLanguage();
  if (source.kind === 'minutes') {
    const facts = say('coding.source.minutesFacts', { texts: minutes.texts, meetings: minutes.meetings });
    const title = say('coding.source.minutes');
    return { title, facts, label: title, counts: { answered: minutes.texts, coded: minutes.coded } };
  }
  if (source.kind === 'documents') {
    const title = say('coding.source.documents');
    const facts = say('coding.source.documentsFacts', { texts: documents.texts });
    return { title, facts, label: title, counts: { answered: documents.texts, coded: documents.coded } };
  }
  const chosen = questions.filter((question) => source.variableIds.includes(question.variableId));
  const [only] = chosen;
  const counts = {
    answered: chosen.reduce((sum, question) => sum + question.answered, 0),
    coded: chosen.reduce((sum, question) => sum + question.coded, 0),
  };
  if (chosen.length === 1 && only !== undefined) {
    const title = localised(only.wording, language);
    const facts = say('coding.screen.facts', { number: only.number, answered: only.answered, people: only.people });
    return { title, facts, label: say('coding.grid.label', { question: title }), counts };
  }
  const title = say('coding.source.severalTitle', { count: chosen.length });
  const numbers = chosen.map((question) => question.number).join(', ');
  return { title, facts: say('coding.source.severalFacts', { numbers, answered: counts.answered }), label: title, counts };
}
