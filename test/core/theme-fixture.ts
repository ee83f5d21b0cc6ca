import type { SqlParams } from '../../electron/core/db/statements.ts';
import type { Core } from '../../electron/core/open-core.ts';
import { makeCodingFixture, type CodingFixture, type Said } from './coding-fixture.ts';

/** Writes rows as one operation that nobody undoes. */
export function write(core: Core, work: (put: (table: string, row: SqlParams) => string) => void): void {
  const { workspace } = core.session;
  const intent = { ...workspace.sourceFor('fixture'), kind: 'test', labelId: 'test', isUndoable: false };
  workspace.operations.run(intent, () =>
    work((table, row) => {
      const id = typeof row['id'] === 'string' ? row['id'] : workspace.newId();
      workspace.sql.insert(table, { ...row, id });
      return id;
    }),
  );
}

export interface ThemeFixture extends CodingFixture {
  /** Two coders and the one in whose name settlements stand. */
  readonly coders: readonly [string, string];
  readonly consensusId: string;
  /** Puts a coding straight into the file. */
  readonly code: (coder: string, textId: string, themeId: string, range: readonly [number, number], more?: SqlParams) => string;
  /** Settles a theme on a text, with what the consensus coder puts there. */
  readonly settle: (textId: string, themeId: string, ranges: readonly (readonly [number, number])[]) => void;
}

/** The coding fixture with several coders. */
export async function makeThemeFixture(core: Core, said: readonly Said[]): Promise<ThemeFixture> {
  const base = await makeCodingFixture(core, said);
  const { workspace } = core.session;
  const actor = (name: string, isConsensus: 0 | 1): string => {
    const id = workspace.newId();
    workspace.sql.insert('actor', { id, user_name: `${name}@fjordvik`, name, initials: name.slice(0, 2), is_consensus: isConsensus });
    return id;
  };
  const coders = [actor('Vigdis', 0), actor('Even', 0)] as const;
  const consensusId = actor('Konsensus', 1);
  const code: ThemeFixture['code'] = (coder, textId, themeId, [start, end], more = {}) => {
    let id = '';
    write(core, (put) => {
      id = put('coding', {
        text_id: textId,
        theme_id: themeId,
        coder_id: coder,
        is_whole: 0,
        start_offset: start,
        end_offset: end,
        coded_at: '2026-02-01T10:00:00.000Z',
        ...more,
      });
    });
    return id;
  };
  const settle: ThemeFixture['settle'] = (textId, themeId, ranges) => {
    write(core, (put) =>
      put('consensus', { text_id: textId, theme_id: themeId, settled_by: coders[0], settled_at: '2026-02-02T10:00:00.000Z' }),
    );
    for (const range of ranges) code(consensusId, textId, themeId, range, { origin: 'consensus' });
  };
  return { ...base, coders, consensusId, code, settle };
}

/** Who is counted for which theme, straight from the file: "R001 themeId". */
export function factsOf(core: Core): Set<string> {
  const rows = core.session.workspace.db
    .prepare(
      `SELECT DISTINCT respondent.code || ' ' || counted_coding.theme_id FROM counted_coding JOIN text ON text.id = text_id
       JOIN interview ON interview.key = interview_key JOIN respondent ON respondent.id = respondent_id`,
    )
    .pluck()
    .all();
  return new Set(rows.map(String));
}

/** The counted codings, straight from the file. */
export function countedOf(core: Core): { id: string; text: string; person: string; theme: string; settled: number }[] {
  return core.session.workspace.db
    .prepare(
      `SELECT counted_coding.id, text_id AS text, respondent.code AS person, theme_id AS theme, EXISTS (
         SELECT 1 FROM consensus WHERE consensus.text_id = counted_coding.text_id AND consensus.theme_id = counted_coding.theme_id) AS settled
       FROM counted_coding JOIN text ON text.id = text_id JOIN interview ON interview.key = interview_key
       JOIN respondent ON respondent.id = respondent_id ORDER BY counted_coding.id`,
    )
    .all() as { id: string; text: string; person: string; theme: string; settled: number }[];
}
