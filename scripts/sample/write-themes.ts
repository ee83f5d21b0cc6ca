import type { SampleWriter } from './sample-writer.ts';

/** The theme tree with its words in three languages, what differs from what, and the digits of the quick themes. */
export function writeThemes(writer: SampleWriter): void {
  const { themes, differences, notes, quickThemes } = writer.sources.themes;
  let branches = 0;
  const children = new Map<string, number>();
  for (const theme of themes) {
    const among = theme.parent ?? '';
    const ordinal = (children.get(among) ?? 0) + 1;
    children.set(among, ordinal);
    if (theme.parent === null) branches += 1;
    const row = {
      number: theme.number,
      parent_id: theme.parent === null ? undefined : writer.id('theme', theme.parent),
      ordinal,
      color: theme.parent === null ? branches : undefined,
      definition: JSON.stringify(theme.definition),
      inclusion: JSON.stringify(theme.inclusion ?? {}),
      exclusion: JSON.stringify(theme.exclusion ?? {}),
    };
    const id = writer.add('theme', row, theme.number);
    for (const [language, words] of Object.entries(theme.terms)) {
      for (const [index, term] of words.entries())
        writer.add('theme_term', { theme_id: id, language, kind: index === 0 ? 'preferred' : 'synonym', term });
    }
  }
  for (const one of differences) {
    writer.add('theme_difference', {
      theme_id: writer.id('theme', one.theme),
      other_theme_id: writer.id('theme', one.other),
      note: one.note,
    });
  }
  for (const one of notes) {
    writer.add('memo', {
      theme_id: writer.id('theme', one.theme),
      body: one.text,
      written_by: writer.id('actor', 'stellan'),
      written_at: '2025-04-28T13:00:00.000Z',
    });
  }
  for (const [project, numbers] of Object.entries(quickThemes)) {
    for (const [index, number] of numbers.entries()) {
      writer.add('quick_theme', { project_id: writer.id('project', project), digit: index + 1, theme_id: writer.id('theme', number) });
    }
  }
}
