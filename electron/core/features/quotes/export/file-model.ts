import { createHash } from 'node:crypto';
import type { QuoteFileUse } from '../../../../../shared/contract/quotes.ts';
import { releasedPersons, type DisclosureRule } from '../../../../../shared/disclosure/index.ts';
import { localised, type Language, type LocalisedText } from '../../../../../shared/model/text.ts';
import type { CoreWords } from '../../../words.ts';
import type { AttributeEntry } from '../attribute-book.ts';
import type { QuotesFound } from '../find-quotes.ts';
import { attributesOf } from './attribute-gate.ts';
import type { CheckedFile } from './check-file.ts';
import type { FileQuote } from './file-quotes.ts';

/** One quote as every form of the file tells it. */
export interface QuoteRow {
  readonly number: number;
  /** "P3": holds in this file alone. Empty in files of cleared quotes, and for nobody's words. */
  readonly person: string;
  readonly words: string;
  readonly language: string;
  readonly themes: readonly string[];
  readonly question: string;
  readonly source: string;
  /** Values by attribute key. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** Persons and mentions of a theme that may stand; null is hidden. */
export interface ThemeCount {
  readonly themeId: string;
  readonly theme: string;
  readonly persons: number | null;
  readonly mentions: number | null;
  readonly isOneVoice: boolean;
  /** Places in `rows`. */
  readonly rows: readonly number[];
}

/** A file of quotes before it has a form. */
export interface QuoteFile {
  readonly title: string;
  readonly language: Language;
  readonly use: QuoteFileUse;
  /** Lines about the file, under its title. */
  readonly about: readonly string[];
  readonly attributes: readonly Pick<AttributeEntry, 'key' | 'label'>[];
  readonly rows: readonly QuoteRow[];
  readonly themes: readonly ThemeCount[];
}

export interface FileContext {
  readonly words: CoreWords;
  readonly language: Language;
  readonly use: QuoteFileUse;
  readonly title: string;
  readonly about: readonly string[];
  readonly rule: DisclosureRule;
  /** Everything coded, and the numbers that have left before by theme: what could be subtracted. */
  readonly whole: QuotesFound;
  readonly released: ReadonlyMap<string, readonly number[]>;
  /** Names of themes by id, in the order of the tree. */
  readonly themeNames: ReadonlyMap<string, string>;
  /** Differs from file to file, so that numbers of persons in two files cannot be put together. */
  readonly salt: string;
}

/** Numbers of persons in an order that holds for this file alone. */
function personNumbers(quotes: readonly FileQuote[], salt: string): ReadonlyMap<string, string> {
  const mixed = (person: string): string => createHash('sha256').update(`${salt} ${person}`).digest('hex');
  const persons = [...new Set(quotes.flatMap(({ person }) => person ?? []))];
  const order = persons.map((person) => ({ person, key: mixed(person) })).toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return new Map(order.map(({ person }, at) => [person, `P${at + 1}`]));
}

/** Puts the quotes of a checked file into words, with the numbers that may leave. */
export function fileModel(checked: CheckedFile, context: FileContext): QuoteFile {
  const { title, language, use, about, words, themeNames, salt } = context;
  const numbers = use === 'internal' ? personNumbers(checked.quotes, salt) : new Map<string, string>();
  const { themeIds } = checked.found.material;
  const rows = checked.quotes.map((one, at): QuoteRow => {
    const themes = new Set(one.quote.segments.map(({ theme }) => themeIds[theme] ?? ''));
    return {
      number: at + 1,
      person: numbers.get(one.person ?? '') ?? '',
      words: one.words,
      language: one.facts.language,
      themes: [...themeNames].flatMap(([id, name]) => (themes.has(id) ? [name] : [])),
      question: questionOf(one, language),
      source: words(`quotes.source.${checked.found.material.texts[one.quote.text]?.source ?? 'answers'}`),
      attributes: new Map(attributesOf(one.attributes, one.known, checked.book).map(({ entry, label }) => [entry.key, label])),
    };
  });
  const told = new Set(rows.flatMap(({ attributes }) => [...attributes.keys()]));
  return {
    title,
    language,
    use,
    about,
    attributes: checked.book.entries.filter(({ key }) => told.has(key)),
    rows,
    themes: themeCounts(checked, rows, context),
  };
}

function questionOf({ facts }: FileQuote, language: Language): string {
  // A wording is a LocalisedText, as the questionnaire stores it.
  return facts.number === null ? '' : `${facts.number}. ${localised(JSON.parse(facts.wording ?? '{}') as LocalisedText, language)}`;
}

/** The figures of each theme in the file, through the gate. */
function themeCounts(checked: CheckedFile, rows: readonly QuoteRow[], { themeNames, rule, whole, released }: FileContext): ThemeCount[] {
  const { material, byTheme } = checked.found;
  return [...themeNames].flatMap(([id, name]): ThemeCount[] => {
    const at = material.themeNumbers.get(id) ?? -1;
    const own = rows.flatMap(({ themes }, row) => (themes.includes(name) ? [row] : []));
    const voices = byTheme.get(at);
    if (voices === undefined || own.length === 0) return [];
    const all = whole.byTheme.get(whole.material.themeNumbers.get(id) ?? -1)?.persons ?? voices.persons;
    const persons = releasedPersons(
      { found: voices.persons, all, base: checked.book.persons.length, released: released.get(id) ?? [] },
      rule,
    );
    const isShown = persons !== null;
    return [
      {
        themeId: id,
        theme: name,
        persons,
        mentions: isShown ? voices.mentions : null,
        isOneVoice: isShown && voices.isOneVoice,
        rows: own,
      },
    ];
  });
}
