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
  const intl = useIntl();
  return makeSay(intl);
}

/** Says messages of one catalogue; for what stands outside React. */
export function makeSay(intl: IntlShape): Say {
  const any = (id: string, params: TextParams = {}): string => (id in intl.messages ? intl.formatMessage({ id }, { ...params }) : id);
  return Object.assign((id: MessageId, params?: TextParams) => any(id, params), { any, intl });
}

/** The interface's language. */
export function useLanguage(): Language {
  return preferences.use().language;
}

/** Picks the interface's language out of content that has several. */
export function useContent(): (text: LocalisedText) => string {
  const language = useLanguage();
  return (text) => localised(text, language);
}

/** BCP 47 tag for formatting: Norwegian formats for both written languages, British for English. */
export function localeOf(language: Language): string {
  return locales[language];
}
