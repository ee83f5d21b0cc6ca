import { blank, filledText } from '../../shared/expressions/text-pieces.ts';
import { useIntl, type IntlShape } from 'react-intl';
import type { MessageId } from '../../shared/messages/generated/message-id.ts';
import { locales } from '../../shared/model/locales.ts';
import { localised, type Language, type LocalisedText } from '../../shared/model/text.ts';
import { preferences } from './preferences.ts';

export type TextParams = Readonly<Record<string, string | number>>;

/** Says a message in the interface's language. Ids that come from the core (labels, errors) go through `sayAny`. */
export interface Say {
  (id: MessageId, params?: TextParams): string;
  /** For ids that are data: names of deeds, errors. An unknown id is said as itself, so that nothing is hidden. */
  any: (id: string, params?: TextParams) => string;
  readonly intl: IntlShape;
}

export function useText(): Say {
  return makeSay(useIntl());
}

const made = new WeakMap<IntlShape, Say>();

/** Says messages of one catalogue; for what stands outside React. The same catalogue gives the same function. */
export function makeSay(intl: IntlShape): Say {
  const known = made.get(intl);
  if (known !== undefined) return known;
  const any = (id: string, params: TextParams = {}): string => {
    const message = intl.messages[id];
    if (message === undefined) return id;
    // Most messages are words and nothing else. They are said hundreds of times for one screen, and a key waits for them.
    if (typeof message === 'string' && !/['{<]/u.test(message)) return message;
    return intl.formatMessage({ id }, { ...params });
  };
  const say = Object.assign((id: MessageId, params?: TextParams) => any(id, params), { any, intl });
  made.set(intl, say);
  return say;
}

/** The interface's language. */
export function useLanguage(): Language {
  return preferences.use().language;
}

/** Picks the interface's language out of content that has several. Outside an interview there is no earlier answer for a text to repeat. */
export function useContent(): (text: LocalisedText) => string {
  const language = useLanguage();
  return (text) => filledText(localised(text, language), () => blank);
}

/** BCP 47 tag for formatting: Norwegian formats for both written languages, British for English. */
export function localeOf(language: Language): string {
  return locales[language];
}
