import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ExhibitDefinition } from '../../shared/contract/analysis.ts';
import { VariableId } from '../../shared/model/ids.ts';
import type { StartValues } from '../../shared/contract/interviews.ts';
import { aForm, dontKnow, entryOf, num, type Entry, type Form, type FormQuestion } from './entry-fixture.ts';
import { seeded } from './analysis-fixture.ts';

const form: readonly FormQuestion[] = [
  { name: 'agree', type: 'consent', isPerPerson: true },
  { name: 'mood', type: 'one', options: 3, isPerPerson: true },
  { name: 'shared', type: 'one', options: 3 },
  { name: 'member', type: 'repeat', isPerPerson: true },
  { name: 'kind', type: 'one', options: 3, in: 'member' },
  { name: 'stay', type: 'repeat', in: 'member' },
  { name: 'ward', type: 'one', options: 3, in: 'stay' },
  { name: 'nights', type: 'number', in: 'stay' },
];

async function begin(made: Form, start: Partial<StartValues> = {}): Promise<Entry> {
  const { interviewId, code } = await made.core.client.interviews.start({
    projectId: made.projectId,
    waveId: made.waveId,
    versionId: made.versionId,
    kind: 'person',
    mode: 'face-to-face',
    language: 'nb',
    placeId: null,
    serviceId: null,
    heldOn: '2025-04-03',
    personCount: null,
    consentGivenOn: '2025-04-03',
    ...start,
  });
  return entryOf(made, interviewId, code);
}

const finish = (entry: Entry): Promise<unknown> => entry.core.client.interviews.endPartial({ interviewId: entry.interviewId });

function variableOf({ core }: Form, name: string): VariableId {
  const row = core.session.workspace.sql.get(z.object({ id: VariableId }), 'SELECT id FROM variable WHERE name = :name', { name });
  if (row === undefined) throw new Error(name);
  return row.id;
}

type Draft = Omit<ExhibitDefinition, 'language' | 'percent' | 'rows' | 'columns'> & { rows: string; columns?: string };

function definitionOf(made: Form, { rows, columns, ...rest }: Draft): ExhibitDefinition {
  return {
    language: 'nb',
    percent: 'column',
    ...rest,
    rows: variableOf(made, rows),
    ...(columns === undefined ? {} : { columns: variableOf(made, columns) }),
  };
}

/** "1:2 2:1" answers with how many of each column, "n" of the columns, and the missing by reason. */
async function table(made: Form, draft: Draft): Promise<{ counts: string; n: string; missing: string; records: number }> {
  const found = await made.core.client.analysis.insideView({ projectId: made.projectId, definition: definitionOf(made, draft) });
  const answered = found.columns[0]?.n ?? 0;
  const lacking = found.missing.reduce((sum, { count }) => sum + count, 0);
  // The rule of all tables without groups: everybody is somewhere.
  if (draft.columns === undefined) expect(answered + lacking).toBe(found.persons);
  return {
    counts: found.rows.map(({ key, cells }) => `${key}:${cells.map(({ count }) => count).join('/')}`).join(' '),
    n: found.columns.map(({ n }) => n).join('/'),
    missing: found.missing.map(({ reason, count }) => `${reason}:${count}`).join(' '),
    records: found.persons,
  };
}

/** A group of three, and two persons alone: P1 has two members with three stays, P2 one member, P3 none, and so on. */
async function fivePersons(): Promise<Form> {
  const made = await aForm(form);
  const group = await begin(made, { kind: 'group', personCount: 3 });
  for (const person of [1, 2, 3]) await group.answer('agree', 1, person);
  await group.answer('mood', 1, 1);
  await group.answer('mood', 2, 2);
  await group.answer('mood', dontKnow, 3);
  await group.answer('shared', 2);
  const first = await group.addRound('member', 1);
  const second = await group.addRound('member', 1);
  const other = await group.addRound('member', 2);
  await group.answer('kind', 1, first);
  await group.answer('kind', 2, second);
  await group.answer('kind', 1, other);
  for (const [member, ward, nights] of [
    [first, 1, 3],
    [first, 1, 5],
    [second, 2, 2],
  ] as const) {
    const stay = await group.addRound('stay', member);
    await group.answer('ward', ward, stay);
    await group.answer('nights', num(nights), stay);
  }
  await finish(group);
  const alone = await begin(made);
  await alone.answer('agree', 1);
  await alone.answer('mood', 1);
  await alone.answer('shared', 1);
  const only = await alone.addRound('member');
  await alone.answer('kind', 3, only);
  const stay = await alone.addRound('stay', only);
  await alone.answer('ward', dontKnow, stay);
  await alone.answer('nights', num(4), stay);
  await finish(alone);
  const quiet = await begin(made);
  await quiet.answer('agree', 1);
  await quiet.answer('mood', 2);
  await finish(quiet);
  return made;
}

describe('[F72] persons of groups, and rounds', () => {
  it('[F6] counts each person of a group by their own answers and by those of the group', async () => {
    const made = await fivePersons();
    using _core = made.core;
    expect(await table(made, { kind: 'frequency', rows: 'mood' })).toEqual({
      counts: '1:2 2:2 3:0',
      n: '4',
      missing: 'dont-know:1',
      records: 5,
    });
    expect(await table(made, { kind: 'frequency', rows: 'shared' })).toEqual({
      counts: '1:1 2:3 3:0',
      n: '4',
      missing: 'not-recorded:1',
      records: 5,
    });
    // Alle / mood 1 (P1 and the person alone) / mood 2 (P2; the quiet one has no answer to the rows) / mood 3.
    const crossed = await table(made, { kind: 'crosstab', rows: 'shared', columns: 'mood' });
    expect(crossed).toMatchObject({ counts: '1:1/1/0/0 2:2/1/1/0 3:0/0/0/0', n: '3/2/1/0' });
  });

  it('[F6] [F72] a question in a repeat is several answers of each person; whoever has no round was not asked', async () => {
    const made = await fivePersons();
    using _core = made.core;
    expect(await table(made, { kind: 'frequency', rows: 'kind' })).toEqual({
      counts: '1:2 2:1 3:1',
      n: '3',
      missing: 'not-asked:2',
      records: 5,
    });
    expect(await table(made, { kind: 'frequency', rows: 'ward' })).toEqual({
      counts: '1:1 2:1 3:0',
      n: '1',
      missing: 'not-asked:3 dont-know:1',
      records: 5,
    });
    const filtered = { variableId: variableOf(made, 'kind'), codes: [1] };
    expect(await table(made, { kind: 'frequency', rows: 'mood', filter: filtered })).toMatchObject({ counts: '1:1 2:1 3:0', records: 2 });
  });

  it('[F6] rounds have a table of their own, also nested ones, and numbers have only that', async () => {
    const made = await fivePersons();
    using _core = made.core;
    expect(await table(made, { kind: 'frequency', rows: 'kind', base: 'rounds' })).toEqual({
      counts: '1:2 2:1 3:1',
      n: '4',
      missing: '',
      records: 4,
    });
    expect(await table(made, { kind: 'frequency', rows: 'ward', base: 'rounds' })).toEqual({
      counts: '1:2 2:1 3:0',
      n: '3',
      missing: 'dont-know:1',
      records: 4,
    });
    expect(await table(made, { kind: 'crosstab', rows: 'kind', columns: 'mood', base: 'rounds' })).toMatchObject({
      counts: '1:2/1/1/0 2:1/1/0/0 3:1/1/0/0',
      n: '4/3/1/0',
    });
    expect(await table(made, { kind: 'frequency', rows: 'nights', base: 'rounds' })).toMatchObject({ n: '4', records: 4 });
    await expect(table(made, { kind: 'frequency', rows: 'nights' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(table(made, { kind: 'crosstab', rows: 'mood', columns: 'kind' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(table(made, { kind: 'frequency', rows: 'mood', base: 'rounds' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('says what is counted: rounds in title, base and note; answers of a group', async () => {
    const made = await fivePersons();
    using core = made.core;
    const ask = async (draft: Draft) =>
      (await core.client.analysis.exhibit({ projectId: made.projectId, definition: definitionOf(made, draft) })).released;
    const rounds = await ask({ kind: 'frequency', rows: 'kind', base: 'rounds' });
    expect(rounds).toMatchObject({
      title: 'kind – per gjentakelse av «member»',
      subtitle: 'Prosent av gjentakelsene, ikke av personene, 95\u00A0% intervall.',
      counted: 'rounds',
    });
    expect(rounds.notes.join(' ')).toContain('Basen er gjentakelser');
    const persons = await ask({ kind: 'frequency', rows: 'kind' });
    expect(persons.notes.join(' ')).toContain('Spurt i hver gjentakelse av «member»');
    expect(persons.counted).toBeUndefined();
    expect((await ask({ kind: 'frequency', rows: 'shared' })).notes.join(' ')).toContain('Det en gruppe har svart sammen');
    expect((await ask({ kind: 'frequency', rows: 'mood' })).notes.join(' ')).not.toContain('Det en gruppe har svart sammen');
  });

  it('leaves out whoever in a group said no, and takes a group of nobody known as one', async () => {
    const made = await aForm(form);
    using _core = made.core;
    const group = await begin(made, { kind: 'group', personCount: 3 });
    for (const person of [1, 2, 3]) await group.answer('agree', person === 3 ? 2 : 1, person);
    await group.answer('shared', 2);
    await finish(group);
    const unnamed = await begin(made, { kind: 'group' });
    await unnamed.answer('shared', 3);
    await finish(unnamed);
    expect(await table(made, { kind: 'frequency', rows: 'shared' })).toMatchObject({ counts: '1:0 2:2 3:1', records: 3 });
  });
});

describe('[F38] rounds and the gate', () => {
  it('hides many rounds of few persons, however large the number of rounds', async () => {
    const made = await aForm(form);
    using core = made.core;
    for (let person = 0; person < 16; person += 1) {
      const entry = await begin(made);
      await entry.answer('agree', 1);
      await entry.answer('mood', 1);
      const rounds = person < 2 ? 4 : 1;
      for (let round = 0; round < rounds; round += 1) {
        const kind = person < 2 ? 2 : person < 9 ? 1 : 3;
        await entry.answer('kind', kind, await entry.addRound('member'));
      }
      await finish(entry);
    }
    const ask = async (draft: Draft) =>
      await core.client.analysis.exhibit({ projectId: made.projectId, definition: definitionOf(made, draft) });
    const view = await ask({ kind: 'frequency', rows: 'kind', base: 'rounds' });
    expect(view.gate.state).toBe('can-be-released');
    expect(view.persons).toBeNull();
    const states = view.released.rows.map(({ key, cells }) => `${key} ${cells[0]?.state}`);
    // 8 rounds of two persons, and one more so that they cannot be had by subtraction.
    expect(states).toContain('2 hidden');
    expect(states.filter((state) => state.endsWith('hidden'))).toHaveLength(2);
    expect(view.released.columns[0]?.base).toEqual({ n: 22, rule: 'low' });
    expect(view.plainReading.map(({ id }) => id)).toContain('analysis.read.lowPersons');
  });

  it('every person and every round is in the table or has a reason, whatever was entered', async () => {
    const made = await aForm(form);
    using _core = made.core;
    const next = seeded(7);
    const upTo = (n: number): number => Math.floor(next() * (n + 1));
    let persons = 0;
    let members = 0;
    for (let interview = 0; interview < 12; interview += 1) {
      const size = upTo(1) === 0 ? null : 2 + upTo(2);
      const entry = await begin(made, size === null ? {} : { kind: 'group', personCount: size });
      const people = size === null ? [0] : Array.from({ length: size }, (_, at) => at + 1);
      persons += people.length;
      for (const person of people) await entry.answer('agree', 1, person);
      if (upTo(1) === 1) await entry.answer('shared', 1 + upTo(2));
      for (const person of people) {
        if (upTo(2) > 0) await entry.answer('mood', upTo(1) === 0 ? dontKnow : 1 + upTo(2), person);
        for (let round = upTo(2); round > 0; round -= 1) {
          const member = await entry.addRound('member', person);
          members += 1;
          if (upTo(3) > 0) await entry.answer('kind', upTo(2) === 0 ? dontKnow : 1 + upTo(2), member);
          if (upTo(1) === 1) await entry.answer('ward', 1 + upTo(2), await entry.addRound('stay', member));
        }
      }
      await finish(entry);
    }
    for (const rows of ['mood', 'shared', 'kind', 'ward'])
      expect(await table(made, { kind: 'frequency', rows })).toMatchObject({ records: persons });
    expect(await table(made, { kind: 'frequency', rows: 'kind', base: 'rounds' })).toMatchObject({ records: members });
  });
});
