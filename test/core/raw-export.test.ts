import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { RawChoices } from '../../shared/contract/raw-export.ts';
import { aForm, anEntry, codes, date, dontKnow, num, type Entry, type Form, type FormQuestion } from './entry-fixture.ts';
import { another, change, fetched, finish, lines, nothing, type Line } from './raw-files-fixture.ts';

const form: readonly FormQuestion[] = [
  { name: 'agree', type: 'consent', isPerPerson: true },
  { name: 'mood', type: 'one', options: 3, isPerPerson: true },
  { name: 'helps', type: 'several', options: [{ code: 1 }, { code: 2 }, { code: 9, asksWhat: true }] },
  { name: 'weight', type: 'number', decimals: 1 },
  { name: 'since', type: 'date' },
  { name: 'ssn', type: 'open' },
  { name: 'words', type: 'open' },
  { name: 'member', type: 'repeat', isPerPerson: true },
  { name: 'age', type: 'number', in: 'member' },
  { name: 'stay', type: 'repeat', in: 'member' },
  { name: 'nights', type: 'number', in: 'stay' },
];

async function exported(made: Form, choices: Partial<RawChoices> = {}, language: 'nb' | 'en' = 'en') {
  const { files, releaseNumber } = await finish(
    made.core.client.rawExport.create({
      projectId: made.projectId,
      versionId: made.versionId,
      choices: { ...nothing, ...choices },
      language,
      recipient: 'Nasjonalt senter',
      purpose: 'Evaluering av metoden',
      acceptsRisk: true,
    }),
  );
  const { files: bytes } = fetched(made.core, { releaseNumber, files });
  const texts = new Map([...bytes].map(([name, content]) => [name, content.toString('utf8')]));
  for (const text of texts.values()) expect(text.startsWith('\uFEFF')).toBe(true);
  return { files, releaseNumber, texts, lines: (name: string): Line[] => lines(bytes.get(name), language === 'en' ? ',' : ';') };
}

/** Who gets the files, and what of everything is in them. */
const order = { choices: nothing, language: 'en', recipient: 'Nasjonalt senter', purpose: 'Evaluering', acceptsRisk: true } as const;

const end = ({ core, interviewId }: Entry): Promise<unknown> => core.client.interviews.endPartial({ interviewId });

describe('raw data', () => {
  it('[F6] two levels of rounds, the middle one deleted, come out as long files that join by their keys', async () => {
    const entry = await anEntry(form);
    using core = entry.core;
    const members: number[] = [];
    for (const age of [71, 44, 9]) {
      const member = await entry.addRound('member');
      members.push(member);
      await entry.answer('age', num(age), member);
      for (const nights of [age, age + 1]) await entry.answer('nights', num(nights), await entry.addRound('stay', member));
    }
    await core.client.interviews.removeTurn({ interviewId: entry.interviewId, instance: members[1] ?? 0 });
    await end(entry);
    const { lines, files } = await exported(entry);
    expect(files.map(({ fileName, rows }) => `${fileName} ${rows > 0 ? rows : 'none'}`).slice(0, 3)).toEqual([
      'interviews.csv 1',
      'member.csv 2',
      'stay.csv 4',
    ]);
    const outer = lines('member.csv');
    expect(outer.map(({ ordinal, age, parent_key: parent }) => [ordinal, age, parent])).toEqual([
      ['1', '71', ''],
      ['2', '9', ''],
    ]);
    const joined = lines('stay.csv').map((stay) => {
      const member = outer.find(({ interview, round_key: key }) => interview === stay['interview'] && key === stay['parent_key']);
      return `${member?.['age'] ?? 'nobody'} ${stay['ordinal']} ${stay['nights']}`;
    });
    expect(joined).toEqual(['71 1 71', '71 2 72', '9 1 9', '9 2 10']);
    expect(new Set(lines('stay.csv').map((stay) => stay['round_key'])).size).toBe(4);
    expect(lines('interviews.csv')[0]).toMatchObject({ interview: '1', participant: entry.code });
  });

  it('writes codes, several answers apart, numbers, days, and declared codes where there is no answer', async () => {
    const entry = await anEntry(form);
    using _core = entry.core;
    await entry.answer('agree', 1);
    await entry.answer('mood', dontKnow);
    await entry.answer('helps', codes(1, 9));
    await entry.answer('weight', num(71.5));
    await entry.answer('since', date('3.4.2021'));
    await end(entry);
    const { lines, files } = await exported(entry, {}, 'nb');
    expect(lines('intervjuer.csv')[0]).toMatchObject({
      agree: '1',
      mood: '-9993',
      helps_1: '1',
      helps_2: '0',
      helps_9: '1',
      weight: '71,5',
      since: '2021-04-03',
    });
    const codebook = lines('kodebok.csv');
    expect(codebook.find(({ column, value }) => column === 'mood' && value === '-9993')).toMatchObject({
      value_label: 'vet ikke',
      missing: '1',
    });
    expect(codebook.find(({ column, value }) => column === 'mood' && value === '2')).toMatchObject({ value_label: 'Svar 2', missing: '0' });
    const columns = lines('intervjuer.csv').flatMap((line) => Object.keys(line));
    for (const column of columns.slice(11)) expect(codebook.some((row) => row['column'] === column)).toBe(true);
    expect(files.at(-1)?.fileName).toBe('kodebok.csv');
  });

  it('leaves identifying questions, open answers and remarks out unless they are asked for, and runs no formula', async () => {
    const entry = await anEntry(form);
    using core = entry.core;
    const { interviewId } = entry;
    change(core, "UPDATE variable SET is_identifier = 1 WHERE name = 'ssn'");
    await entry.answer('ssn', '=1+1');
    await entry.answer('words', '=HYPERLINK("http://eksempel")');
    await entry.answer('helps', codes(9));
    await core.client.interviews.specify({ interviewId, questionId: entry.id('helps'), text: '+47 tur' });
    await core.client.interviews.remark({ interviewId, questionId: entry.id('helps'), text: '@alle var slitne' });
    await core.client.interviews.remark({ interviewId, questionId: entry.id('ssn'), text: 'Staves med ph' });
    await core.client.interviews.notes({ interviewId, text: '-Hun fortalte om søsteren.' });
    await end(entry);
    const bare = await exported(entry);
    for (const text of bare.texts.values())
      for (const secret of ['ssn', 'HYPERLINK', '47 tur', 'slitne', 'søsteren']) expect(text).not.toContain(secret);
    const remarked = await exported(entry, { remarks: true });
    expect(remarked.texts.get('remarks.csv')).toContain('slitne');
    expect(remarked.texts.get('remarks.csv')).not.toMatch(/ssn|Staves/u);
    const full = await exported(entry, { identifiers: true, openTexts: true, remarks: true });
    expect(full.lines('interviews.csv')[0]).toMatchObject({
      ssn: "'=1+1",
      words: `'=HYPERLINK("http://eksempel")`,
      helps_what: "'+47 tur",
    });
    expect(full.lines('remarks.csv').map(({ column, kind, text }) => `${column}|${kind}|${text}`)).toEqual(
      expect.arrayContaining(["helps|remark|'@alle var slitne", "|note|'-Hun fortalte om søsteren."]),
    );
    expect((await exported(entry, { openTexts: true })).texts.get('interviews.csv')).not.toContain('=1+1');
  });

  it('issue 7.7: says how well days and numbers are known where some are not exact, and nothing where all are', async () => {
    const entry = await anEntry(form);
    using core = entry.core;
    await entry.answer('weight', num(71.5));
    await entry.answer('since', date('3.4.2021'));
    change(core, "UPDATE answer SET txt = 'våren 2021', sort_on = '2021-03-01', precision = 'season' WHERE precision = 'day'");
    await end(entry);
    const { lines, texts } = await exported(entry);
    expect(lines('interviews.csv')[0]).toMatchObject({ since: '2021-03-01', since_precision: 'season' });
    expect(texts.get('codebook.csv')).toContain('since_precision');
    expect(texts.get('interviews.csv')).not.toContain('weight_precision');
    change(core, "UPDATE answer SET precision = 'day' WHERE precision IS NOT NULL");
    expect((await exported(entry)).texts.get('interviews.csv')).not.toContain('precision');
  });

  it('[F10] issue 7.7: a date that nobody can place in time is an answer, and not one that was never entered', async () => {
    const entry = await anEntry(form);
    using _core = entry.core;
    await entry.answer('since', date('for lenge siden'));
    await end(entry);
    const { lines } = await exported(entry);
    expect(lines('interviews.csv')[0]).toMatchObject({ since: '', since_precision: 'none', weight: '-9997' });
  });

  it('issue 7.7: no two columns of a file have one name, whatever the questions are called', async () => {
    const entry = await anEntry([
      { name: 'helps', type: 'several', options: 2 },
      { name: 'helps_1', type: 'one', options: 2 },
      { name: 'Helps_1_2', type: 'one', options: 2 },
      { name: 'wave', type: 'one', options: 2 },
    ]);
    using _core = entry.core;
    await entry.answer('helps', codes(1));
    await entry.answer('helps_1', 2);
    await entry.answer('wave', 2);
    await end(entry);
    const { texts, lines } = await exported(entry);
    const header = (texts.get('interviews.csv') ?? '').split('\r\n')[0]?.replace('\uFEFF', '').toLowerCase().split(',') ?? [];
    expect(new Set(header).size).toBe(header.length);
    expect(lines('interviews.csv')[0]).toMatchObject({ helps_1: '2', helps_1_3: '1', helps_2: '0', wave_2: '2' });
    expect(lines('codebook.csv').filter(({ column }) => column === 'wave_2').length).toBeGreaterThan(0);
  });

  it('gives each person of a group a line, without those who said no', async () => {
    const entry = await anEntry(form, { kind: 'group', personCount: 3 });
    using _core = entry.core;
    for (const person of [1, 2, 3]) await entry.answer('agree', person === 2 ? 2 : 1, person);
    await entry.answer('mood', 3, 1);
    await entry.answer('mood', 1, 3);
    await entry.answer('age', num(50), await entry.addRound('member', 3));
    await end(entry);
    const { lines } = await exported(entry);
    expect(lines('interviews.csv')[0]).toMatchObject({ kind: 'group', persons: '2', mood: '-9991' });
    const persons = lines('persons in groups.csv');
    expect(persons.map(({ mood, ordinal }) => `${ordinal} ${mood}`)).toEqual(['1 3', '3 1']);
    const [member] = lines('member.csv');
    expect(member).toMatchObject({ age: '50', parent_key: persons[1]?.['round_key'] });
  });

  it('is void when a person of a group says no while it is made', async () => {
    const entry = await anEntry(form, { kind: 'group', personCount: 3 });
    using core = entry.core;
    for (const person of [1, 2, 3]) await entry.answer('agree', 1, person);
    await end(entry);
    const { projectId, versionId } = entry;
    const steps = await core.client.rawExport.create({ ...order, projectId, versionId });
    await steps.next();
    await steps.next();
    change(core, "UPDATE answer SET code = 2 WHERE instance = 3 AND question_key = (SELECT key FROM question WHERE type = 'consent')");
    await expect(
      (async () => {
        for (;;) if ((await steps.next()).done === true) return;
      })(),
    ).rejects.toMatchObject({ code: 'CANCELLED' });
    expect((await core.client.privacy.listReleases({})).total).toBe(0);
  });

  it('is entered in the register with recipient and purpose, holds nobody who withdrew, and needs both words', async () => {
    const made = await aForm(form);
    using core = made.core;
    const [kept, gone, open] = [await another(made), await another(made), await another(made)];
    for (const entry of [kept, gone]) {
      await entry.answer('agree', 1);
      await end(entry);
    }
    change(core, `UPDATE respondent SET withdrawn_at = '2025-05-01T00:00:00.000Z' WHERE code = '${gone.code}'`);
    const { texts, lines, releaseNumber, files } = await exported(made);
    expect(lines('interviews.csv').map(({ participant }) => participant)).toEqual([kept.code]);
    for (const text of texts.values()) for (const { code } of [gone, open]) expect(text).not.toContain(code);
    const { releases } = await core.client.privacy.listReleases({});
    expect(releases[0]).toMatchObject({ number: releaseNumber, format: 'raw-data', recipient: 'Nasjonalt senter' });
    const row = core.session.workspace.sql.get(
      z.object({ definition: z.string(), figures: z.string() }),
      'SELECT definition, figures FROM release WHERE number = :releaseNumber',
      { releaseNumber },
    );
    expect(JSON.parse(row?.definition ?? '{}')).toMatchObject({ kind: 'raw-data', purpose: 'Evaluering av metoden' });
    // Counts of rows and columns, and nothing of what is in them.
    expect(JSON.parse(row?.figures ?? '{}')).toEqual({
      title: expect.stringContaining('versi') as unknown,
      files: files.map(({ fileName, rows, columns }) => ({ fileName, rows, columns })),
      check: { known: [], records: 1, smallest: 1, underThreshold: 1 },
    });
    expect((await core.client.history.next({})).undo?.params).not.toMatchObject({ number: releaseNumber });
    const asked = { projectId: made.projectId, versionId: made.versionId, choices: nothing, language: 'nb' as const, acceptsRisk: true };
    await expect(
      core.client.rawExport.create({ ...asked, recipient: '  ', purpose: 'x' }).then((steps) => steps.next()),
    ).rejects.toMatchObject({ code: 'BAD_MESSAGE' });
    expect((await core.client.rawExport.versions({ projectId: made.projectId })).versions).toMatchObject([{ interviews: 1, repeats: 2 }]);
  });
});
