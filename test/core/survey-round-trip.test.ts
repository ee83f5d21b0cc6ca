import fc from 'fast-check';
import { expect, it } from 'vitest';
import { design, imported, matchFile, option, question } from './survey-target-fixture.ts';
import { openEmptyWorkspace } from './survey-upload-fixture.ts';

/*
 * The answers of a version written to a file as an export writes them, and imported over a copy of the same questionnaire where the
 * same people have answered something else: everybody has the file's answers, whichever way the file was written.
 */

const labels = ['Tid', 'Sted', 'Annet'];
const mood = ['Dårlig', 'Sånn passe', 'Bra', 'Svært bra'];

interface Person {
  readonly one: number | null;
  readonly several: readonly number[] | null;
  readonly amount: number | null;
  readonly words: string | null;
  readonly day: string | null;
  readonly scale: number | null;
}

/** How a file is written: codes or labels, in which language, sets together or a column each. */
interface Style {
  readonly writes: 'codes' | 'nb' | 'en';
  readonly isSpread: boolean;
  readonly hasWordings: boolean;
}

const someone: fc.Arbitrary<Person> = fc.record({
  one: fc.option(fc.integer({ min: 1, max: 3 })),
  several: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: 1 }).map((codes) => codes.toSorted((a, b) => a - b))),
  amount: fc.option(fc.integer({ min: -9999, max: 9999 }).map((cents) => cents / 100)),
  words: fc.option(fc.constantFrom('Møtene var for lange; vi ble slitne.', 'Hun sa "nei"', 'To\nlinjer', '=1+1', 'ja', '12,5', 'O’Brien')),
  day: fc.option(fc.constantFrom('2026-01-31', '2025-12-01', '2024-02-29')),
  scale: fc.option(fc.integer({ min: 1, max: 4 })),
});
const style: fc.Arbitrary<Style> = fc.record({
  writes: fc.constantFrom('codes', 'nb', 'en'),
  isSpread: fc.boolean(),
  hasWordings: fc.boolean(),
});

const quoted = (cell: string): string => (/[;"\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

function toCsv(people: readonly Person[], { writes, isSpread, hasWordings }: Style): string {
  const label = (all: readonly string[], code: number): string => {
    const nb = all[code - 1] ?? '';
    return writes === 'codes' ? String(code) : writes === 'nb' ? nb : `${nb} (en)`;
  };
  const named = (name: string): string => (hasWordings ? `Spørsmål om ${name}?` : name);
  const sets = isSpread ? labels.map((text, at) => (hasWordings ? `${named('flere')} [${text}]` : `flere/${at + 1}`)) : [named('flere')];
  const headers = ['Deltaker', named('en'), ...sets, named('belop'), named('ord'), named('dag'), named('grad')];
  const rows = people.map(({ one, several, amount, words, day, scale }, at) => [
    `P${at + 1}`,
    one === null ? '' : label(labels, one),
    ...(isSpread
      ? labels.map((_, index) => (several === null ? '' : several.includes(index + 1) ? '1' : '0'))
      : [(several ?? []).map((code) => label(labels, code)).join(' | ')]),
    amount === null ? '' : String(amount).replace('.', ','),
    words ?? '',
    day ?? '',
    scale === null ? '' : label(mood, scale),
  ]);
  return [headers, ...rows].map((row) => row.map(quoted).join(';')).join('\n');
}

it('a version written to a file and imported over a copy has the same answers, however it was written [F29]', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(someone, { minLength: 12, maxLength: 16 }),
      style,
      fc.array(someone, { minLength: 16, maxLength: 16 }),
      async (people, how, others) => {
        using core = await openEmptyWorkspace();
        design(
          core,
          [
            {
              name: null,
              title: { nb: 'Del' },
              relevant: null,
              questions: [
                question('en', 'one', { options: labels.map((text, at) => option(at + 1, text)) }),
                question('flere', 'several', { options: labels.map((text, at) => option(at + 1, text)) }),
                question('belop', 'number'),
                question('ord', 'open'),
                question('dag', 'date'),
                question('grad', 'scale', { scale: 'grad' }),
              ],
            },
          ],
          [{ key: 'grad', name: 'Grad', direction: 'rising', neutralCode: null, options: mood.map((text, at) => option(at + 1, text)) }],
        );
        const plain: Style = { writes: 'codes', isSpread: false, hasWordings: false };
        const before = others.slice(0, people.length);
        imported(
          await (
            await matchFile(core, { name: 'før.csv', content: toCsv(before, plain) }, { codeColumn: 0 })
          ).bring({ problems: 'refuse' }),
        );
        const file = await matchFile(core, { name: 'etter.csv', content: toCsv(people, how) }, { mode: 'replace', codeColumn: 0 });
        expect(file.match.links.filter(({ questionId }) => questionId === null)).toEqual([]);
        expect(await file.dryRun()).toMatchObject({ problemCount: 0, target: { people: { added: 0 }, missing: [] } });
        imported(await file.bring({ problems: 'refuse' }));
        // An empty cell takes nothing away.
        const wanted = people.map((person, at) => merged(person, before[at] ?? person));
        expect(stored(core.session.workspace.db)).toEqual(wanted);
      },
    ),
    { numRuns: 8, seed: 7 },
  );
}, 60_000);

function merged(person: Person, before: Person): Person {
  const pick = <K extends keyof Person>(key: K): Person[K] => (person[key] === null ? before[key] : person[key]);
  return {
    one: pick('one'),
    several: pick('several'),
    amount: pick('amount'),
    words: pick('words'),
    day: pick('day'),
    scale: pick('scale'),
  };
}

interface Row {
  readonly person: string;
  readonly variable: string;
  readonly code: number | null;
  readonly num: number | null;
  readonly txt: string | null;
  readonly body: string | null;
}

/** Everybody's answers as the file of the workspace has them, by participant. */
function stored(db: { prepare: (sql: string) => { all: () => unknown[] } }): Person[] {
  const rows = db
    .prepare(
      `SELECT respondent.code AS person, variable.name AS variable, answer.code, num, txt, body FROM interview
       JOIN respondent ON respondent.id = respondent_id LEFT JOIN answer ON answer.interview_key = interview.key
       LEFT JOIN question ON question.key = answer.question_key LEFT JOIN variable ON variable.id = variable_id LEFT JOIN text ON text.id = text_id
       ORDER BY interview.key`,
    )
    // Columns as the statement names them.
    .all() as Row[];
  const of = (all: readonly Row[], variable: string): Row | undefined => all.find((row) => row.variable === variable);
  return [...Map.groupBy(rows, ({ person }) => person).values()].map((all) => ({
    one: of(all, 'en')?.code ?? null,
    several: of(all, 'flere')?.txt?.split(' ').map(Number) ?? null,
    amount: of(all, 'belop')?.num ?? null,
    words: of(all, 'ord')?.body ?? null,
    day: of(all, 'dag')?.txt ?? null,
    scale: of(all, 'grad')?.code ?? null,
  }));
}
