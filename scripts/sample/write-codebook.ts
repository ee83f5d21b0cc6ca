import { readCodebook } from '../../electron/core/features/codebook/read-codebook.ts';
import type { Workspace } from '../../electron/core/workspace/workspace.ts';
import { CodebookSnapshot } from '../../shared/model/codebook.ts';
import type { SampleWriter } from './sample-writer.ts';

/** Anchor examples, and the codebook as it was when reports were written. */
export function writeCodebook(writer: SampleWriter, workspace: Workspace): void {
  const { themes, versions } = writer.sources.themes;
  for (const theme of themes)
    for (const [index, { language, text }] of (theme.examples ?? []).entries())
      writer.add('theme_example', { theme_id: writer.id('theme', theme.number), ordinal: index + 1, language, body: text });
  const today = readCodebook(workspace.sql);
  for (const [index, version] of versions.entries()) {
    const gone = new Set(version.without.map((number) => writer.id('theme', number)));
    const was = new Map(
      version.before.map(({ theme, parent, ...more }) => [
        writer.id('theme', theme),
        parent === undefined ? more : { ...more, parentId: writer.id('theme', parent) },
      ]),
    );
    const snapshot = { themes: today.themes.filter(({ id }) => !gone.has(id)).map((theme) => ({ ...theme, ...was.get(theme.id) })) };
    writer.add('codebook_version', {
      number: index + 1,
      name: version.name,
      note: version.note,
      snapshot: JSON.stringify(CodebookSnapshot.parse(snapshot)),
      made_by: writer.id('actor', version.madeBy),
      made_at: version.madeAt,
    });
  }
}
