import { z } from 'zod';
import { countThemePersons } from '../../electron/core/features/coding/theme-persons.ts';
import type { Core } from '../../electron/core/open-core.ts';
import { contest, growth } from './contest.ts';
import { countCodings, openCoded, type CodedWorkspace } from './coded-workspaces.ts';
import { fromContest, requireSame, single, type Bench, type Result } from './result.ts';
import type { BenchContext, SurveyFiles } from './workspaces.ts';

const callsPerRound = 40;

/** Puts the free theme on one open answer after the other. */
function createApplier({ core, freeTheme, texts }: CodedWorkspace, from = 0): () => Promise<void> {
  let next = from;
  return async () => {
    const textId = texts[next];
    next += 1;
    if (textId === undefined) throw new Error('all answers have been coded');
    const { applied } = await core.client.coding.apply({ textIds: [textId], themeId: freeTheme });
    if (applied !== 1) throw new Error('the theme stood there already');
  };
}

async function applying(many: CodedWorkspace, few: CodedWorkspace, files: SurveyFiles): Promise<Result> {
  const before = countCodings(many.core);
  const found = await contest(
    { name: 'coding.apply', calls: callsPerRound, run: createApplier(many) },
    { name: 'the same with no codings', calls: callsPerRound, run: createApplier(few) },
  );
  requireSame('code.apply', countCodings(many.core) - before, countCodings(few.core));
  return fromContest('code.apply', files.name, found, { note: `among ${before} codings, p99 ${found.own.p99Ms.toFixed(2)} ms` });
}

async function undoing(many: CodedWorkspace, files: SurveyFiles): Promise<Result> {
  const { core } = many;
  const before = countCodings(core);
  const apply = createApplier(many, 6 * callsPerRound);
  const undo = async (): Promise<void> => {
    await core.client.history.undo({});
  };
  const found = await contest(
    { name: 'history.undo', calls: callsPerRound, prepare: apply, run: undo },
    { name: 'the command it takes back', calls: callsPerRound, run: apply },
  );
  // Only the peer's deeds stand.
  requireSame('undo.step', countCodings(core) - before, found.peer.calls + 1);
  return fromContest('undo.step', files.name, found, { note: 'one coding' });
}

const PersonsRow = z.object({ theme_id: z.string(), persons: z.int() });
const personsSql = `
WITH RECURSIVE branch (theme_id, root_id) AS (
  SELECT id, id FROM theme UNION ALL SELECT branch.theme_id, theme.parent_id FROM branch JOIN theme ON theme.id = branch.root_id WHERE theme.parent_id IS NOT NULL)
SELECT branch.root_id AS theme_id, count(DISTINCT interview.respondent_id) AS persons
FROM counted_coding AS coding JOIN text ON text.id = coding.text_id JOIN interview ON interview.key = text.interview_key JOIN branch ON branch.theme_id = coding.theme_id
WHERE text.project_id = :projectId GROUP BY 1`;

async function countingPersons(core: Core, { projectId, name }: SurveyFiles): Promise<{ result: Result; ms: number }> {
  const { sql } = core.session.workspace;
  const own = (): ReturnType<typeof countThemePersons> => countThemePersons(sql, projectId);
  const peer = (): z.infer<typeof PersonsRow>[] => sql.all(PersonsRow, personsSql, { projectId });
  const found = await contest({ name: 'countThemePersons', calls: 1, run: own }, { name: 'SQL count(DISTINCT)', calls: 1, run: peer });
  const mine = [...own().withDescendants].map(([theme, persons]) => `${theme} ${persons.size}`).toSorted();
  requireSame(
    'themes.persons',
    mine,
    peer()
      .map(({ theme_id: theme, persons }) => `${theme} ${persons}`)
      .toSorted(),
  );
  return { result: fromContest('themes.persons', name, found, { note: `${countCodings(core)} codings` }), ms: found.own.medianMs };
}

/** Coding, undoing and counting the persons behind every theme, in workspaces where much is coded. */
export const coding: Bench<BenchContext> = {
  name: 'code.apply, undo.step and themes.persons',
  run: async (context) => {
    const results: Result[] = [];
    const points: { size: number; ms: number }[] = [];
    for (const files of context.sizes) {
      const few = await openCoded(context, files, false);
      using _few = few.core;
      const many = await openCoded(context, files, true);
      using _many = many.core;
      const { result, ms } = await countingPersons(many.core, files);
      results.push(result, await applying(many, few, files), await undoing(many, files));
      points.push({ size: files.rows, ms });
    }
    const [from, to] = [points[0], points.at(-1)];
    if (from === undefined || to === undefined) return results;
    return [
      ...results,
      single('themes.persons growth', `S→${context.sizes.at(-1)?.name ?? ''}`, 'itself', growth(from, to), {
        target: { good: 1.1 },
        note: 'exponent',
      }),
    ];
  },
};
