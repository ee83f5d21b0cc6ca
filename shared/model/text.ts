import { z } from 'zod';

/** Languages of content and interface, in the order in which a missing text is looked for. */
export const languages = ['nb', 'nn', 'sv', 'en'] as const;
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

/** One text in one or more languages. */
export const LocalisedText = z.partialRecord(Language, z.string());
export type LocalisedText = z.infer<typeof LocalisedText>;

/** The text in the wanted language, else in Bokmål, Swedish, English or nynorsk, else empty. Never a mix. */
export function localised(text: LocalisedText, language: Language): string {
  for (const candidate of [language, 'nb', 'sv', 'en', 'nn'] as const) {
    const found = text[candidate];
    if (found !== undefined && found !== '') return found;
  }
  return '';
}

// Tab and line feed are text; the other controls, and the byte order mark, are not.
// eslint-disable-next-line no-control-regex -- naming the control characters is the point
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFEFF]/;

/** Text as it may be stored: well formed (no lone surrogate), no control characters, NFC, line feeds only. */
export const StoredText = z
  .string()
  .max(4_000_000)
  .refine((text) => text.isWellFormed(), { error: 'lone-surrogate' })
  .refine((text) => !forbidden.test(text), { error: 'control-character' })
  .transform((text) => text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').normalize('NFC'));

/** A one-line name: stored text, trimmed, not empty, at most 200 characters. */
export const Name = StoredText.transform((text) => text.trim()).pipe(z.string().min(1).max(200));
