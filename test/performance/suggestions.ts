import { createChance } from '../../scripts/sample/random.ts';
import { featuresOf } from '../../shared/learning/features.ts';
import { learn, suggest, type Example, type Lessons } from '../../shared/learning/index.ts';
import { contest, growth } from './contest.ts';
import { fromContest, requireSame, single, type Bench, type Result } from './result.ts';
import type { BenchContext } from './workspaces.ts';

const themeCount = 25;
const wordCount = 4000;
const pageRows = 100;
const sizes = [
  { name: '2 000', answers: 2000 },
  { name: '20 000', answers: 20_000 },
];

/** Answers of five to thirty-five words, rare words as rare as in people's own; a third of the words of one or two themes. */
function makeAnswers(count: number): Example[] {
  const chance = createChance(11);
  const word = (below: number): string => {
    let n = Math.floor(below ** chance.next());
    let text = '';
    for (; n > 0; n = Math.floor(n / 12)) text += `${'bdfgklmnprst'[n % 12]}${'aeiouyæøå'[n % 9]}`;
    return `${text}r`;
  };
  const own = Array.from({ length: themeCount }, () => Array.from({ length: 12 }, () => word(wordCount)));
  return Array.from({ length: count }, (_, at): Example => {
    const themes = [chance.below(themeCount), ...(chance.happens(30) ? [chance.below(themeCount)] : [])];
    const words = Array.from({ length: 5 + chance.below(31) }, (): string => {
      if (!chance.happens(33)) return word(wordCount);
      const theme = own[themes[chance.below(themes.length)] ?? 0] ?? [];
      return theme[chance.below(theme.length)] ?? '';
    });
    return { person: `p${at}`, body: words.join(' '), language: 'nb', themes: themes.map((theme) => `t${theme}`), isMeasured: true };
  });
}

function finish(examples: readonly Example[]): { readonly lessons: Lessons; readonly longestMs: number } {
  const steps = learn(examples);
  let longestMs = 0;
  for (;;) {
    const begun = performance.now();
    const step = steps.next();
    longestMs = Math.max(longestMs, performance.now() - begun);
    if (step.done !== true) continue;
    if (step.value === null) throw new Error('nothing was learnt');
    return { lessons: step.value, longestMs };
  }
}

async function learning(answers: readonly Example[], size: string): Promise<{ results: Result[]; ms: number; lessons: Lessons }> {
  let last = finish(answers);
  const found = await contest(
    { name: 'learn (six models)', calls: 1, run: () => (last = finish(answers)) },
    { name: 'reading the words alone', calls: 1, run: () => answers.map(({ body, language }) => featuresOf(body, language).size) },
  );
  requireSame('suggestions.learn', last.lessons.heldOut.length, answers.length);
  const note = `${themeCount} themes, in slices; the longest step took ${last.longestMs.toFixed(1)} ms`;
  return { results: [fromContest('suggestions.learn', size, found, { note })], ms: found.own.medianMs, lessons: last.lessons };
}

async function suggesting({ model }: Lessons, answers: readonly Example[], size: string): Promise<Result> {
  const page = answers.slice(0, pageRows);
  const found = await contest(
    { name: 'suggest', calls: 20, run: () => page.map(({ body, language }) => suggest(model, body, language)) },
    { name: 'reading the words alone', calls: 20, run: () => page.map(({ body, language }) => featuresOf(body, language).size) },
  );
  return fromContest('suggestions.page', size, found, { target: { good: 8, hard: 4 }, note: `${pageRows} answers with reasons` });
}

/** Learning from coded answers, and suggesting themes for the rows on screen. */
export const suggestions: Bench<BenchContext> = {
  name: 'suggestions.learn and suggestions.page',
  run: async () => {
    const results: Result[] = [];
    const points: { size: number; ms: number }[] = [];
    for (const { name, answers: count } of sizes) {
      const answers = makeAnswers(count);
      const { results: own, ms, lessons } = await learning(answers, name);
      results.push(...own, await suggesting(lessons, answers, name));
      points.push({ size: count, ms });
    }
    const [from, to] = points;
    if (from === undefined || to === undefined) return results;
    return [
      ...results,
      single('suggestions.learn growth', '2 000→20 000', 'itself', growth(from, to), { target: { good: 1.15 }, note: 'exponent' }),
    ];
  },
};
