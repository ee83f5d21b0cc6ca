import { z } from 'zod';
import type { VersionId } from '../../../../shared/model/ids.ts';
import { localised, type Language, type LocalisedText } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { shortened } from '../themes/theme-terms.ts';
import { draftOfSection, openDraft } from './draft.ts';
import type { Outline, OutlineSection } from './outline.ts';
import { storeText } from './question-columns.ts';
import { readOutline, restructure } from './store-outline.ts';
import { readText } from './version-rows.ts';
import { updateDifferences } from './write-options.ts';
import { deleteQuestions } from './write-question.ts';

const SectionRow = z.object({ title: z.string(), relevant: z.string().nullable(), ordinal: z.int() });

/** Adds a section below another, or first. @throws AppError NOT_FOUND, VERSION_IN_USE */
export function addSection(
  call: Call,
  { versionId, title, afterId }: { versionId: VersionId; title: LocalisedText; afterId: string | null },
): string {
  const { sql, workspace, operation } = call;
  const { languages } = openDraft(sql, versionId);
  const id = workspace.newId();
  restructure(
    sql,
    versionId,
    (outline) => insertedAfter(outline, { id, ordinal: 0, questions: [] }, afterId),
    (outline) => {
      const ordinal = outline.find((section) => section.id === id)?.ordinal ?? 1;
      operation.label({ section: nameOf({ title: storeText(title), ordinal }, languages) });
      sql.insert('section', { id, version_id: versionId, ordinal, title: storeText(title) });
    },
  );
  return id;
}

/** Changes what a section is called and when it is asked. @throws AppError NOT_FOUND, VERSION_IN_USE */
export function changeSection(
  { sql, operation }: Call,
  changes: { sectionId: string; title?: LocalisedText | undefined; relevant?: string | null | undefined },
): void {
  const { sectionId: id, title, relevant } = changes;
  const { languages } = draftOfSection(sql, id);
  const known = readSection(sql, id);
  operation.mergeWith(`section:${id}:${title === undefined ? '' : 'title'}${relevant === undefined ? '' : 'relevant'}`);
  operation.label({ section: nameOf(title === undefined ? known : { ...known, title: storeText(title) }, languages) });
  updateDifferences(
    sql,
    'section',
    { id, ...known },
    {
      ...(title !== undefined && { title: storeText(title) }),
      ...(relevant !== undefined && { relevant: relevant === null || relevant.trim() === '' ? null : relevant }),
    },
  );
}

/** Puts a section below another, or first. @throws AppError NOT_FOUND, VERSION_IN_USE */
export function moveSection({ sql, operation }: Call, { sectionId, afterId }: { sectionId: string; afterId: string | null }): void {
  const { versionId, languages } = draftOfSection(sql, sectionId);
  operation.label({ section: nameOf(readSection(sql, sectionId), languages) });
  restructure(sql, versionId, (outline) => {
    const moved = outline.find((section) => section.id === sectionId);
    if (moved === undefined || afterId === sectionId) return outline;
    return insertedAfter(
      outline.filter((section) => section.id !== sectionId),
      moved,
      afterId,
    );
  });
}

/** Removes a section with its questions. @throws AppError NOT_FOUND, VERSION_IN_USE, LAST_SECTION */
export function removeSection({ sql, operation }: Call, { sectionId }: { sectionId: string }): void {
  const { versionId, languages } = draftOfSection(sql, sectionId);
  const outline = readOutline(sql, versionId);
  if (outline.length === 1) throw new AppError('LAST_SECTION');
  const gone = outline.find((section) => section.id === sectionId)?.questions ?? [];
  operation.label({ section: nameOf(readSection(sql, sectionId), languages), count: gone.length });
  restructure(
    sql,
    versionId,
    (before) => before.filter((section) => section.id !== sectionId),
    () => {
      deleteQuestions(
        sql,
        gone.map(({ id }) => id),
      );
      sql.run('DELETE FROM section WHERE id = :sectionId', { sectionId });
    },
  );
}

function insertedAfter(outline: Outline, section: OutlineSection, afterId: string | null): Outline {
  if (afterId === null) return [section, ...outline];
  const at = outline.findIndex(({ id }) => id === afterId);
  if (at < 0) throw new AppError('NOT_FOUND');
  return outline.toSpliced(at + 1, 0, section);
}

function readSection(sql: Call['sql'], id: string): z.infer<typeof SectionRow> {
  const row = sql.get(SectionRow, 'SELECT title, relevant, ordinal FROM section WHERE id = :id', { id });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return row;
}

/** What a deed calls a section: its title in the version's first language, else its number. */
function nameOf({ title, ordinal }: { title: string; ordinal: number }, languages: readonly Language[]): string {
  return shortened(localised(readText(title), languages[0] ?? 'nb')) || String(ordinal);
}
