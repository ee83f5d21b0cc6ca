import { describe, expect, it } from 'vitest';
import type { RawFormat } from '../../shared/contract/raw-export.ts';
import { codes, date, dontKnow, anEntry, num, type Entry, type FormQuestion } from './entry-fixture.ts';
import { another, exportRaw } from './raw-files-fixture.ts';
import { imported, matchFile, roundsOf } from './survey-target-fixture.ts';
import { pluck } from './survey-upload-fixture.ts';

/*
 * What the program's own export writes of rounds and of the persons of groups, imported as another wave of the same form: the same
 * rounds, the same persons, the same answers in them.
 */

const form: readonly FormQuestion[] = [
  { name: 'weight', type: 'number', decimals: 1 },
  { name: 'first', type: 'rank', options: 3 },
  { name: 'mood', type: 'one', options: 3, isPerPerson: true },
  { name: 'member', type: 'repeat', isPerPerson: true },
  { name: 'age', type: 'number', in: 'member' },
  { name: 'helps', type: 'several', options: [{ code: 1 }, { code: 2 }, { code: 9, asksWhat: true }], in: 'member' },
  { name: 'since', type: 'date', in: 'member' },
  { name: 'best', type: 'rank', options: 3, in: 'member' },
  { name: 'stay', type: 'repeat', in: 'member' },
  { name: 'nights', type: 'number', in: 'stay' },
  { name: 'words', type: 'open', in: 'stay' },
  { name: 'kind', type: 'one', options: 2, in: 'stay' },
];

async function withRounds(): Promise<Entry> {
  const entry = await anEntry(form);
  await entry.answer('weight', num(71.5));
  await entry.answer('mood', 2);
  await entry.answer('first', codes(3, 1));
  for (const age of [71, 44]) {
    const member = await entry.addRound('member');
    await entry.answer('age', num(age), member);
    await entry.answer('helps', age === 71 ? codes(1, 9) : dontKnow, member);
    await entry.answer('since', date('2021-04-03'), member);
    await entry.answer('best', codes(2, 3, 1), member);
    for (const nights of [age, age + 1]) {
      const stay = await entry.addRound('stay', member);
      await entry.answer('nights', nights === 45 ? dontKnow : num(nights), stay);
      await entry.answer('words', nights === 72 ? { kind: 'missing', reason: 'prefer-not-to-say' } : `Natt ${nights}; "lang"`, stay);
      await entry.answer('kind', 1 + (nights % 2), stay);
    }
  }
  await entry.core.client.interviews.endPartial({ interviewId: entry.interviewId });
  const other = await another(entry);
  await other.answer('weight', num(60));
  await other.addRound('member');
  await other.core.client.interviews.endPartial({ interviewId: other.interviewId });
  return entry;
}

const formats: readonly (readonly [name: string, format: RawFormat])[] = [
  ['a workbook with codes', { kind: 'xlsx', values: 'codes' }],
  ['a workbook with labels', { kind: 'xlsx', values: 'labels' }],
  ['text files with codes', { kind: 'csv', separator: 'semicolon', byteOrderMark: true, values: 'codes', shape: 'wide' }],
  ['text files with labels', { kind: 'csv', separator: 'comma', byteOrderMark: false, values: 'labels', shape: 'wide' }],
  ['SPSS files', { kind: 'spss' }],
];

async function importAgain(entry: Entry, format: RawFormat) {
  const { files } = await exportRaw(entry.core, entry, { format, choices: { openTexts: true } });
  const named = [...files].map(([name, content]) => ({ name, content }));
  const isMain = ({ name }: { name: string }): boolean =>
    name === (format.kind === 'spss' ? 'intervjuer.sav' : 'intervjuer.csv') || name.endsWith('.xlsx');
  const main = named.find(isMain);
  if (main === undefined) throw new Error(`no file of interviews among ${named.map(({ name }) => name).join(', ')}`);
  const ending = format.kind === 'spss' ? '.sav' : '.csv';
  const besides = named.filter((file) => !isMain(file) && file.name.endsWith(ending) && !/^(?:kodebok|merknader)/u.test(file.name));
  return matchFile(entry.core, main, { versionId: entry.versionId, waveId: null, besides });
}

describe('rounds of the program’s own export', () => {
  it.each(formats)('come back from %s as they were [F29]', async (_name, format) => {
    const entry = await withRounds();
    using core = entry.core;
    const before = roundsOf(core, 'Vår 2025');
    expect(Object.keys(before)).toHaveLength(7);
    const file = await importAgain(entry, format);
    expect(file.match.links.filter(({ questionId }) => questionId === null)).toEqual([]);
    expect(file.match.rounds.map(({ isSure, links }) => [isSure, links.length])).toEqual([
      [true, 4],
      [true, 3],
    ]);
    const dry = await file.dryRun();
    expect(dry).toMatchObject({ problemCount: 0, target: { people: { returning: 2 } } });
    expect(dry.target?.rounds).toMatchObject([
      { rows: 3, added: 3, unknownColumns: [] },
      { rows: 4, added: 4, unknownColumns: [] },
    ]);
    imported(await file.bring({ waveName: 'Igjen', problems: 'refuse' }));
    expect(roundsOf(core, 'Igjen')).toEqual(before);
    expect(before).toMatchObject({ [`${entry.code} member 1`]: { best: '2 3 1' } });
    expect(pluck(core, "SELECT count(*) FROM answer WHERE txt = '3 1'")).toBe(2);
    expect(pluck(core, "SELECT count(*) FROM text WHERE kind = 'answer' AND body = 'Natt 71; \"lang\"'")).toBe(2);
  });

  it('the persons of a group come back with their own answers and rounds, in a group interview', async () => {
    const entry = await anEntry(form, { kind: 'group', personCount: 2 });
    using core = entry.core;
    const [one, two] = (await entry.turns()).map(({ instance }) => instance);
    await entry.answer('weight', num(12));
    await entry.answer('mood', 1, one);
    await entry.answer('mood', 3, two);
    const member = await entry.addRound('member', two);
    await entry.answer('age', num(33), member);
    await entry.answer('nights', num(4), await entry.addRound('stay', member));
    await core.client.interviews.endPartial({ interviewId: entry.interviewId });
    const before = roundsOf(core, 'Vår 2025');
    expect(before).toMatchObject({ [`${entry.code} P2 2`]: { mood: 3 }, [`${entry.code} P2 2 member 1 stay 1`]: { nights: 4 } });
    const file = await importAgain(entry, { kind: 'xlsx', values: 'codes' });
    expect(file.match.repeats.map(({ of }) => of)).toContain('persons');
    expect(file.match.rounds.map(({ of, basis }) => [of === 'persons', basis])).toEqual([
      [true, 'name'],
      [false, 'name'],
      [false, 'name'],
    ]);
    expect(await file.dryRun()).toMatchObject({ problemCount: 0 });
    imported(await file.bring({ waveName: 'Igjen', problems: 'refuse' }));
    expect(roundsOf(core, 'Igjen')).toEqual(before);
    expect(pluck(core, 'SELECT group_concat(kind) FROM interview')).toBe('group,group');
    const toGroup = 'FROM answer JOIN question ON question.key = question_key JOIN variable ON variable.id = variable_id';
    expect(pluck(core, `SELECT count(*) ${toGroup} WHERE instance = 0 AND name = 'mood'`)).toBe(0);
  });
});
