import { z } from 'zod';
import { createBulkInsert } from '../../electron/core/db/bulk-insert.ts';
import type { Core } from '../../electron/core/open-core.ts';
import { createChance } from '../../scripts/sample/random.ts';
import { contest, growth } from './contest.ts';
import { fromContest, requireSame, single, type Bench, type Result, type Target } from './result.ts';
import { openCopy, type BenchContext, type SurveyFiles } from './workspaces.ts';

const word = 'ventetid';
const part = 'entetid';
const Count = z.object({ n: z.int() });
// The peer reads every text, as one would without an index; both count what the other counts.
const likeSql = `SELECT count(*) AS n FROM text WHERE body LIKE '%' || :part || '%'`;

const roots = [
  'hjelp',
  'bruker',
  'møte',
  'råd',
  'tjenest',
  'behandl',
  'kommun',
  'oppfølg',
  'sam',
  'ver',
  'tilbud',
  'bolig',
  'arbeid',
  'kontakt',
];
const joints = ['', 'ings', 's', 'e', 'medvirk', 'plan', 'gruppe', 'time', 'forløp', 'kveld'];
const endings = ['', 'en', 'et', 'er', 'ene', 'ning', 'ingen', 'lig', 'ere'];

/** A text of some 160 characters; the sought word stands in one of ten, as a word of its own. */
function makeText(chance: ReturnType<typeof createChance>): string {
  const words = Array.from({ length: 22 }, () => {
    // Few words stand often and many seldom, as in any language.
    const root = roots[Math.min(chance.below(roots.length), chance.below(roots.length))] ?? '';
    return `${root}${joints[chance.below(joints.length)] ?? ''}${endings[chance.below(endings.length)] ?? ''}`;
  });
  if (chance.below(10) === 0) words.splice(chance.below(words.length), 0, word);
  return `${words.join(' ')}.`;
}

/** Adds texts, as one imported batch, until there are as many as interviews. */
function writeTexts(core: Core, files: SurveyFiles): void {
  const { workspace } = core.session;
  const chance = createChance(11);
  workspace.operations.run({ ...workspace.sourceFor('bench'), kind: 'bench', labelId: 'bench', isUndoable: false }, (operation) => {
    const batchId = operation.asBatch({ kind: 'texts', fileName: 'bench', fileSha256: '', mapping: {}, rowCount: files.rows });
    const there = workspace.sql.get(Count, 'SELECT count(*) AS n FROM text')?.n ?? 0;
    const texts = createBulkInsert(workspace.db, 'text', ['id', 'project_id', 'kind', 'language', 'body', 'batch_id']);
    for (let row = there; row < files.rows; row++) texts.add(workspace.newId(), files.projectId, 'note', 'nb', makeText(chance), batchId);
    texts.finish();
  });
}

async function find(core: Core, text: string): Promise<number> {
  const { groups } = await core.client.search.find({ text, isTyping: false, groups: ['answers'], from: 0, limit: 50 });
  return groups[0]?.total ?? 0;
}

async function measure(context: BenchContext, files: SurveyFiles): Promise<{ results: Result[]; ms: number }> {
  using core = await openCopy(context, files, 'search');
  writeTexts(core, files);
  const { sql } = core.session.workspace;
  const like = (sought: string) => () => sql.get(Count, likeSql, { part: sought })?.n ?? 0;
  requireSame('search.word', await find(core, `"${word}"`), like(word)());
  requireSame('search.substring', await find(core, `*${part}*`), like(part)());
  const peer = (sought: string) => ({ name: 'SQLite LIKE scan', calls: 3, run: like(sought) });
  const ofWord = await contest({ name: 'search.find', calls: 5, run: async () => await find(core, word) }, peer(word));
  const inside = await contest({ name: 'search.find', calls: 3, run: async () => await find(core, `*${part}*`) }, peer(part));
  const typing = await contest({ name: 'search.find', calls: 5, run: async () => await find(core, 'vent*') }, peer('vent'));
  const note = (found: typeof ofWord): string =>
    `${files.rows} texts, p99 ${found.own.p99Ms.toFixed(1)} ms, first ${found.own.firstMs.toFixed(1)} ms`;
  // The targets are for many texts: among few, reading them all takes no time.
  const held = (target: Target): { target?: Target } => (files.name === 'L' ? { target } : {});
  return {
    results: [
      fromContest('search.word', files.name, ofWord, { ...held({ good: 0.2, hard: 0.06 }), note: note(ofWord) }),
      fromContest('search.prefix', files.name, typing, { ...held({ good: 0.2 }), note: note(typing) }),
      fromContest('search.substring', files.name, inside, { ...held({ good: 2, hard: 1.2 }), note: note(inside) }),
      single('search.word', files.name, '50 ms', ofWord.own.medianMs / 50, { target: { good: 1 }, note: 'count and first 50 hits' }),
    ],
    ms: ofWord.own.medianMs,
  };
}

/** Words in many texts: counted, and the first fifty shown, against reading every text. */
export const search: Bench<BenchContext> = {
  name: 'search',
  run: async (context) => {
    const results: Result[] = [];
    const points: { size: number; ms: number }[] = [];
    for (const files of context.sizes) {
      const { results: found, ms } = await measure(context, files);
      results.push(...found);
      points.push({ size: files.rows, ms });
    }
    const [from, to] = [points[0], points.at(-1)];
    if (from === undefined || to === undefined) return results;
    const about = { target: { good: 0.1 }, note: 'exponent' };
    return [...results, single('search.word growth', `S→${context.sizes.at(-1)?.name ?? ''}`, 'itself', growth(from, to), about)];
  },
};
