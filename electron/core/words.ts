import { IntlMessageFormat } from 'intl-messageformat';
import en from '../../shared/messages/generated/en.json' with { type: 'json' };
import nb from '../../shared/messages/generated/nb.json' with { type: 'json' };
import nn from '../../shared/messages/generated/nn.json' with { type: 'json' };
import sv from '../../shared/messages/generated/sv.json' with { type: 'json' };
import type { MessageId } from '../../shared/messages/generated/message-id.ts';
import { locales } from '../../shared/model/locales.ts';
import type { Language } from '../../shared/model/text.ts';

const catalogues: Readonly<Record<Language, Readonly<Record<string, string>>>> = { nb, nn, sv, en };

/** Says a message in one content language. */
export type CoreWords = (id: MessageId, params?: Readonly<Record<string, string | number>>) => string;

/**
 * The words of what leaves the program (tables, charts, files), in the language chosen for the content. What is shown on
 * the screen is put into words there.
 */
export function wordsIn(language: Language): CoreWords {
  const ready = new Map<string, IntlMessageFormat>();
  return (id, params = {}) => {
    const text = catalogues[language][id] ?? id;
    if (!text.includes('{')) return text;
    const format = ready.get(id) ?? new IntlMessageFormat(text, locales[language]);
    ready.set(id, format);
    return String(format.format(params));
  };
}

/** "19. mars 2026" in the content language, from a UTC time. */
export function dayIn(language: Language, iso: string): string {
  return new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(iso),
  );
}
