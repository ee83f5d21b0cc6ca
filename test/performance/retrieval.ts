import { z } from 'zod';
import { compileSearch } from '../../electron/core/features/quotes/compile-search.ts';
import { readMaterial } from '../../electron/core/features/quotes/read-material.ts';
import type { QuoteSearch } from '../../shared/contract/quotes.ts';
import { retrieve } from '../../shared/retrieval/index.ts';
import { contest } from './contest.ts';
import { countCodings, openCoded } from './coded-workspaces.ts';
import { fromContest, requireSame, type Bench, type Result } from './result.ts';
import type { BenchContext } from './workspaces.ts';

const Row = z.object({ theme_id: z.string(), persons: z.int() });

// What retrieval is without columns of its own: join, compare every pair, group. The plus keeps SQLite, which has no statistics here (ADR
// 0015), from going through all codings of the other theme for every coding: that was quadratic and never came to an end. No coder's overlapping segments are united, so persons
// are counted: those are the same.
const peerSql = `
SELECT coding.theme_id, count(DISTINCT interview.respondent_id) AS persons
FROM counted_coding AS coding JOIN text ON text.id = coding.text_id JOIN interview ON interview.key = text.interview_key
WHERE text.project_id = :projectId AND coding.theme_id IN (SELECT value FROM json_each(:themes))
  AND EXISTS (SELECT 1 FROM coding AS other WHERE other.text_id = coding.text_id AND +other.theme_id = :otherId)
  AND interview.wave_id IN (SELECT id FROM wave WHERE project_id = :projectId)
GROUP BY 1`;

/** Quotes of ten themes that stand in the same answer as another, by persons per theme: the columns against a join. */
export const retrieval: Bench<BenchContext> = {
  name: 'code.attribute',
  run: async (context) => {
    const results: Result[] = [];
    for (const files of context.sizes) {
      const workspace = await openCoded(context, files, true);
      using core = workspace.core;
      const { sql } = core.session.workspace;
      const { projectId } = files;
      const wanted = workspace.themes.slice(0, 10);
      const otherId = workspace.themes[20];
      if (otherId === undefined) throw new Error('the tree is too small');
      const waves = sql.all(z.object({ id: z.string() }), 'SELECT id FROM wave WHERE project_id = :projectId', { projectId });
      const search: QuoteSearch = {
        themes: wanted.map((themeId) => ({ themeId, isBranch: false })),
        conditions: [{ is: 'with', themes: [{ themeId: otherId, isBranch: false }], place: 'text', words: 0 }],
        waveIds: waves.map(({ id }) => id),
      };
      const own = (): string[] => {
        const material = readMaterial(sql, projectId, '');
        const persons = new Map<number, Set<string>>();
        for (const { theme, text } of retrieve(material, compileSearch(sql, material, search))) {
          const person = material.texts[text]?.person ?? null;
          if (person === null) continue;
          const known = persons.get(theme);
          if (known === undefined) persons.set(theme, new Set([person]));
          else known.add(person);
        }
        return [...persons].map(([theme, all]) => `${material.themeIds[theme]} ${all.size}`).toSorted();
      };
      const peer = (): string[] =>
        sql
          .all(Row, peerSql, { projectId, themes: JSON.stringify(wanted), otherId })
          .map(({ theme_id: theme, persons }) => `${theme} ${persons}`)
          .toSorted();
      requireSame('code.attribute', own(), peer());
      const found = await contest({ name: 'retrieve', calls: 1, run: own }, { name: 'SQL join, GROUP BY', calls: 1, run: peer });
      results.push(
        fromContest('code.attribute', files.name, found, { target: { good: 0.2, hard: 0.1 }, note: `${countCodings(core)} codings` }),
      );
    }
    return results;
  },
};
