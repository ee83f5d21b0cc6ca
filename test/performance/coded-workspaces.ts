import { z } from 'zod';
import { createChance } from '../../scripts/sample/random.ts';
import { createBulkInsert } from '../../electron/core/db/bulk-insert.ts';
import type { Core } from '../../electron/core/open-core.ts';
import { TextId, ThemeId } from '../../shared/model/ids.ts';
import { openCopy, type BenchContext, type SurveyFiles } from './workspaces.ts';

/** Codings per open answer in a workspace that has been coded, by three coders. */
const codingsPerText = 10;
const coders = 3;

/** An open workspace with a theme tree, and the open answers that can be coded. */
export interface CodedWorkspace {
  readonly core: Core;
  /** Themes at the ends of the tree. */
  readonly themes: readonly ThemeId[];
  /** A theme that the generated codings do not use. */
  readonly freeTheme: ThemeId;
  readonly texts: readonly TextId[];
}

const TextRow = z.object({ id: TextId, length: z.int() });

/** Eight branches of five themes. */
async function makeThemes(core: Core): Promise<{ themes: ThemeId[]; freeTheme: ThemeId }> {
  const themes: ThemeId[] = [];
  const make = async (term: string, parentId: ThemeId | null): Promise<ThemeId> =>
    (await core.client.themes.create({ term, language: 'nb', parentId })).themeId;
  for (let branch = 1; branch <= 8; branch++) {
    const parent = await make(`Gren ${branch}`, null);
    for (let leaf = 1; leaf <= 5; leaf++) themes.push(await make(`Tema ${branch}.${leaf}`, parent));
  }
  return { themes, freeTheme: await make('Nytt tema', null) };
}

/** Short stretches of every open answer, as one imported batch. */
function writeCodings(core: Core, themes: readonly ThemeId[], texts: readonly z.infer<typeof TextRow>[]): void {
  const { workspace } = core.session;
  const chance = createChance(7);
  workspace.operations.run({ ...workspace.sourceFor('bench'), kind: 'bench', labelId: 'bench', isUndoable: false }, (operation) => {
    const batchId = operation.asBatch({ kind: 'codings', fileName: 'bench', fileSha256: '', mapping: {}, rowCount: texts.length });
    const actors = Array.from({ length: coders }, (_, at) => {
      const id = workspace.newId();
      workspace.sql.insert('actor', { id, name: `Koder ${at + 1}`, initials: `K${at + 1}` });
      return id;
    });
    const codings = createBulkInsert(workspace.db, 'coding', [
      'id',
      'text_id',
      'theme_id',
      'coder_id',
      'is_whole',
      'start_offset',
      'end_offset',
      'coded_at',
      'batch_id',
    ]);
    for (const text of texts) {
      for (let coding = 0; coding < codingsPerText; coding++) {
        const start = chance.below(Math.max(1, text.length - 12));
        const theme = themes[chance.below(themes.length)] ?? null;
        codings.add(
          workspace.newId(),
          text.id,
          theme,
          actors[coding % coders] ?? null,
          0,
          start,
          Math.min(text.length, start + 12),
          '2026-04-01T10:00:00.000Z',
          batchId,
        );
      }
    }
    codings.finish();
  });
}

/** A copy with a theme tree; `isCoded` with ten codings on every open answer. Whoever asks for it disposes of `core`. */
export async function openCoded(context: BenchContext, files: SurveyFiles, isCoded: boolean): Promise<CodedWorkspace> {
  const core = await openCopy(context, files, `coded-${isCoded ? 'many' : 'few'}`);
  const { themes, freeTheme } = await makeThemes(core);
  const texts = core.session.workspace.sql.all(
    TextRow,
    "SELECT id, length(body) AS length FROM text WHERE kind = 'answer' ORDER BY interview_key",
  );
  if (isCoded) writeCodings(core, themes, texts);
  return { core, themes, freeTheme, texts: texts.map(({ id }) => id) };
}

/** Codings in the file. */
export function countCodings(core: Core): number {
  return core.session.workspace.sql.get(z.object({ n: z.int() }), 'SELECT count(*) AS n FROM coding')?.n ?? 0;
}
