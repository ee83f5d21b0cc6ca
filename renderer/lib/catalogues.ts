import { createIntl, createIntlCache, type IntlShape } from 'react-intl';
import type { Language } from '../../shared/model/text.ts';
import { localeOf } from './text.ts';

export type Catalogue = Record<string, string>;

const load: Record<Language, () => Promise<{ default: Catalogue }>> = {
  nb: () => import('../../shared/messages/generated/nb.json'),
  nn: () => import('../../shared/messages/generated/nn.json'),
  sv: () => import('../../shared/messages/generated/sv.json'),
  en: () => import('../../shared/messages/generated/en.json'),
};

/** All messages of one language, fetched once. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  return (await load[language]()).default;
}

/** The words of a language other than the interface's: what is printed speaks its own. */
export async function intlOf(language: Language): Promise<IntlShape> {
  const messages = await loadCatalogue(language);
  // A message may be missing while it is being written: then its id stands there, as everywhere.
  return createIntl({ locale: localeOf(language), messages, onError: () => {}, textComponent: 'span' }, createIntlCache());
}
