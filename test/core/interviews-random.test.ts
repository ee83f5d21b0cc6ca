import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judge, openInterview } from '../../electron/core/features/interviews/open-interview.ts';
import { excessInstances } from '../../electron/core/features/interviews/rounds.ts';
import { answerState } from '../../electron/core/features/interviews/settle.ts';
import type { EnteredValue } from '../../shared/model/answer.ts';
import { answerKey } from '../../shared/expressions/form.ts';
import { markOf } from '../support/a-workspace.ts';
import { anEntry, type Entry, type FormQuestion } from './entry-fixture.ts';

/** A bit of everything that depends on something else. */
const form: readonly FormQuestion[] = [
  { name: 'agree', type: 'consent' },
  { name: 'size', type: 'number', minimum: 0, maximum: 9 },
  { name: 'child', type: 'repeat', count: '${size}' },
  { name: 'age', type: 'number', in: 'child', soft: '. < 18' },
  { name: 'toy', type: 'repeat', in: 'child', relevant: '${age} < 12' },
  { name: 'price', type: 'number', in: 'toy', hard: '. <= ${age} * 100' },
  { name: 'words', type: 'open', in: 'toy' },
  { name: 'county', type: 'one', options: 2, isPerPerson: true },
  {
    name: 'town',
    type: 'one',
    isPerPerson: true,
    options: [
      { code: 1, filter: { c: '1' } },
      { code: 2, filter: { c: '1' } },
      { code: 3, filter: { c: '2' } },
    ],
    filter: 'c = ${county}',
  },
  { name: 'oldest', type: 'calculated', calculation: 'max(${age})' },
  { name: 'why', type: 'open', relevant: '${oldest} > 10' },
  { name: 'when', type: 'date', relevant: '${oldest} > 12' },
];

type Step =
  | { readonly kind: 'answer'; readonly which: number; readonly value: number }
  | { readonly kind: 'add'; readonly which: number }
  | { readonly kind: 'remove'; readonly which: number }
  | { readonly kind: 'confirm'; readonly which: number };

const steps = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ kind: fc.constant('answer' as const), which: fc.nat(200), value: fc.nat(20) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('add' as const), which: fc.nat(200) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), which: fc.nat(200) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('confirm' as const), which: fc.nat(200) }) },
  ),
  { minLength: 10, maxLength: 40 },
);

function valueFor(type: string | undefined, value: number): EnteredValue {
  if (value === 20) return { kind: 'clear' };
  if (value === 19) return { kind: 'missing', reason: 'dont-know' };
  if (type === 'number') return value === 18 ? { kind: 'draft', typed: 'ti' } : { kind: 'number', number: value };
  if (type === 'open') return { kind: 'text', text: `Svar ${value}` };
  if (type === 'date') return { kind: 'date', said: value % 2 === 0 ? 'i fjor' : 'en gang' };
  return { kind: 'code', code: 1 + (value % 3) };
}

/** Does what it can; a refusal is an answer too. Whether anything was done. */
async function take(entry: Entry, step: Step): Promise<boolean> {
  const { client, session } = entry.core;
  const { interviewId } = entry;
  const open = openInterview(session.workspace.sql, interviewId);
  const { places } = judge(open);
  const place = places[step.which % places.length];
  if (place === undefined) return false;
  const turn = open.turns[step.which % Math.max(1, open.turns.length)];
  try {
    if (step.kind === 'answer') {
      const type = open.loaded.questions.find((question) => question.id === place.questionId)?.type;
      await client.interviews.answer({ interviewId, ...place, value: valueFor(type, step.value) });
    } else if (step.kind === 'add')
      await client.interviews.addTurn({
        interviewId,
        questionId: step.which % 5 === 0 ? null : entry.id('toy'),
        parentInstance: turn?.instance ?? 0,
      });
    else if (step.kind === 'remove') await client.interviews.removeTurn({ interviewId, instance: turn?.instance ?? 1 });
    else await client.interviews.confirm({ interviewId, ...place, reason: 'as-on-form' });
    return true;
  } catch (error) {
    // What the contract says may be refused.
    expect(['NOT_ASKED', 'NO_SUCH_CODE', 'OUT_OF_RANGE', 'NOT_FOUND', 'TOO_MANY_TURNS']).toContain((error as { code?: string }).code);
    return false;
  }
}

/** What is in the file is what judging everything anew would put there. */
function expectAtRest(entry: Entry): void {
  const open = openInterview(entry.core.session.workspace.sql, entry.interviewId);
  const state = judge(open);
  const excess = excessInstances(open, state);
  for (const answer of open.answers.values())
    expect([entry.named([answer])[0], answer.state]).toEqual([entry.named([answer])[0], answerState(state, answer, excess)]);
  for (const place of state.places) {
    const stored = open.answers.get(answerKey(place.questionId, place.instance))?.value ?? null;
    if (place.questionId === entry.id('oldest')) expect(stored).toEqual(state.isAsked(place) ? state.calculated(place) : null);
    const rounds = open.turns.filter((turn) => turn.questionId === place.questionId && turn.parentInstance === place.instance);
    expect(rounds.map((turn) => turn.ordinal)).toEqual(rounds.map((_, index) => index + 1));
    const count = state.isAsked(place) ? state.repeatCount(place) : null;
    if (count !== null) expect(rounds.length).toBeGreaterThanOrEqual(count);
  }
  const instances = new Set([0, ...open.turns.map((turn) => turn.instance)]);
  expect([...open.answers.values()].filter((answer) => !instances.has(answer.instance))).toEqual([]);
}

test(
  'whatever is entered, added and removed, the interview comes to rest, and undo goes all the way back [F1] [F2] [F6] [F13]',
  { timeout: 240_000 },
  async () => {
    let done = 0;
    const runs = process.env['ROST_LONG'] === undefined ? 8 : 200;
    await fc.assert(
      fc.asyncProperty(steps, async (given) => {
        let now = Date.parse('2025-04-03T10:00:00Z');
        const entry = await anEntry(form, { kind: 'group', personCount: 2 }, { deps: { now: () => (now += 60_000) } });
        using core = entry.core;
        const before = markOf(core.session.workspace.db);
        for (const step of given) {
          if (await take(entry, step)) done += 1;
          expectAtRest(entry);
        }
        const { undo } = core.client.history;
        const isOurs = async (): Promise<boolean> => {
          const next = (await core.client.history.next({})).undo;
          return next !== null && next.labelId !== 'interviews.start.undo';
        };
        while (await isOurs()) await undo({});
        expect(markOf(core.session.workspace.db)).toBe(before);
      }),
      { numRuns: runs },
    );
    expect(done).toBeGreaterThan(runs * 3);
  },
);
