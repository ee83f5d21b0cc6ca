import { preferences } from '../../lib/preferences.ts';
import type { Say } from '../../lib/text.ts';
import type { NameOf } from './answer-sentence.ts';
import type { Spot } from './entry-layout.ts';
import { questionSentence } from './question-sentence.ts';
import type { Entry } from './use-entry.ts';

/** What is read aloud when focus comes to a question: all of it, or for those who want less only its number. */
export function questionLabel({ model, language }: Entry, spot: Spot, say: Say, nameOf: NameOf): string {
  if (preferences.get().voice === 'answer-and-next') return questionSentence(model, spot, language, say, nameOf);
  return say('entry.questionNumber', { number: spot.question.number });
}
