import { z } from 'zod';
import { createChance } from '../../scripts/sample/random.ts';
import type { Core } from '../../electron/core/open-core.ts';
import { InterviewId } from '../../shared/model/ids.ts';
import { contest, growth } from './contest.ts';
import { fromContest, requireSame, single, type Bench, type Result } from './result.ts';
import { openCopy, type BenchContext } from './workspaces.ts';

const name = 'open.interview';

/** Opens interviews here and there, never the same run of pages twice. */
function createReader(core: Core, seed: number): () => Promise<void> {
  const { sql } = core.session.workspace;
  const ids = sql.all(z.object({ id: InterviewId }), 'SELECT id FROM interview ORDER BY key').map(({ id }) => id);
  const chance = createChance(seed);
  return async () => {
    const interviewId = ids[chance.below(ids.length)];
    if (interviewId !== undefined) await core.client.interviews.get({ interviewId });
  };
}

async function checkOne(core: Core): Promise<void> {
  const { sql } = core.session.workspace;
  const first = sql.get(
    z.object({ id: InterviewId, n: z.int() }),
    'SELECT i.id, (SELECT count(*) FROM answer WHERE interview_key = i.key) AS n FROM interview i ORDER BY i.key DESC LIMIT 1',
  );
  if (first === undefined) throw new Error('no interview');
  requireSame(name, (await core.client.interviews.get({ interviewId: first.id })).answers.length, first.n);
}

/** All answers of one interview, in a large survey against a small one. */
export const openInterview: Bench<BenchContext> = {
  name,
  run: async (context) => {
    const results: Result[] = [];
    using small = await openCopy(context, context.small, 'open-small');
    for (const files of context.sizes.slice(1)) {
      using core = await openCopy(context, files, 'open-large');
      await checkOne(core);
      const found = await contest(
        { name: 'interviews.get', calls: 60, run: createReader(core, 1) },
        { name: 'the same among 1,000', calls: 60, run: createReader(small, 1) },
      );
      const exponent = growth({ size: context.small.rows, ms: found.peer.medianMs }, { size: files.rows, ms: found.own.medianMs });
      results.push(
        fromContest(name, files.name, found, { target: { good: 2, hard: 1.3 }, note: `p99 ${found.own.p99Ms.toFixed(2)} ms` }),
        single(`${name} growth`, `1k→${files.name}`, 'itself', exponent, { target: { good: 0.1 }, note: 'exponent' }),
      );
    }
    return results;
  },
};
