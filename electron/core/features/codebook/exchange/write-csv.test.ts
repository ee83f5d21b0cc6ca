import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CodebookSnapshot } from '../../../../../shared/model/codebook.ts';
import { languages, type LocalisedText } from '../../../../../shared/model/text.ts';
import { codebookTable, readCsv } from './read-csv.ts';
import { anySnapshot, asSnapshot } from './snapshot-arbitrary.ts';
import { writeCsv } from './write-csv.ts';

/** A codebook as it can be entered: what stands in lists has no blanks around it, and no text is blank. */
function asEntered({ themes }: CodebookSnapshot): CodebookSnapshot['themes'] {
  const filled = (texts: LocalisedText): LocalisedText =>
    Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));
  return themes.map((theme) => ({
    ...theme,
    definition: filled(theme.definition),
    inclusion: filled(theme.inclusion),
    exclusion: filled(theme.exclusion),
    examples: languages.flatMap((language) =>
      theme.examples.filter((one) => one.language === language).map(({ body }) => ({ language, body: body.trim() })),
    ),
    synonyms: languages.flatMap((language) => theme.synonyms.filter((one) => one.language === language)),
    differsFrom: theme.differsFrom.map(({ themeId, note }) => ({ themeId, note: note?.trim() || null })),
  }));
}

test('every codebook comes back from a table as it went issue 5.3', () => {
  fc.assert(
    fc.property(anySnapshot, fc.constantFrom(';' as const, ',' as const), (snapshot, separator) => {
      const given = asEntered(snapshot);
      const records = codebookTable(writeCsv({ themes: given }, { separator, hasMark: false }));
      const read = readCsv(records ?? [], 'en');
      expect(read.notes).toEqual([]);
      expect(read.isOwn).toBe(true);
      expect(asSnapshot(read)).toEqual(given);
    }),
    { numRuns: 200 },
  );
});
