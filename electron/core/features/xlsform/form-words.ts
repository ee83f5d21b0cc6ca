import type { MessageId } from '../../../../shared/messages/generated/message-id.ts';
import { languages, type LocalisedText } from '../../../../shared/model/text.ts';
import type { FormWords } from '../../../../shared/xlsform/index.ts';
import { wordsIn } from '../../words.ts';

function inAll(id: MessageId): LocalisedText {
  return Object.fromEntries(languages.map((language) => [language, wordsIn(language)(id)]));
}

/** The words that forms leave to the program, in every language. */
export function formWords(): FormWords {
  return { other: inAll('xlsform.words.other'), yes: inAll('xlsform.words.yes'), no: inAll('xlsform.words.no') };
}
