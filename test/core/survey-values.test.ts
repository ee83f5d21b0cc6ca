import { describe, expect, it } from 'vitest';
import type { Core } from '../../electron/core/open-core.ts';
import { design, imported, matchFile, option, question } from './survey-target-fixture.ts';
import { openEmptyWorkspace, pluck } from './survey-upload-fixture.ts';

/** One column of `answer`, of the first question with a variable's name, for a participant. */
function stored(core: Core, code: string, variable: string, column = 'answer.code'): unknown {
  return pluck(
    core,
    `SELECT ${column} FROM answer JOIN question ON question.key = answer.question_key JOIN variable ON variable.id = variable_id
     JOIN interview ON interview.key = answer.interview_key JOIN respondent ON respondent.id = respondent_id WHERE respondent.code = '${code}' AND variable.name = '${variable}'`,
  );
}

const section = (questions: ReturnType<typeof question>[]) => [{ name: null, title: { nb: 'Del' }, relevant: null, questions }];
const agree = [option(1, 'Uenig'), option(2, 'Enig'), option(3, 'Annet', { asksWhat: true })];

describe('values of an existing questionnaire', () => {
  it('reads codes and labels in any language, sets in one column or several, and the words beside "other" [F29]', async () => {
    using core = await openEmptyWorkspace();
    design(
      core,
      section([
        question('enig', 'one', { options: agree, reasons: ['dont-know'] }),
        question('viktig', 'several', { options: [option(1, 'Tid'), option(2, 'Sted'), option(3, 'Annet', { asksWhat: true })] }),
        question('hvorfor', 'several', { options: [option(1, 'Pris'), option(2, 'Reise'), option(9, 'Ingen', { isExclusive: true })] }),
        question('rekke', 'rank', { options: [option(1, 'Bolig'), option(2, 'Jobb'), option(3, 'Helse')], rankCount: 2 }),
        question('ny', 'yes-no'),
        question('trygg', 'scale-0-10'),
      ]),
    );
    const csv = [
      'Deltaker;enig;enig_other;viktig/1;viktig/2;viktig/3;viktig_other;Hvorfor;rekke_1;rekke_2;ny;Spørsmål om trygg?',
      'A1;Enig;;1;0;0;;Pris|Reise;Helse;Bolig;Ja;10',
      'A2;2;;0;1;1;en hage;Ingen;2;3;0;0',
      'A3;Annet (en);bare noen ganger;;;;;Reise;Jobb;;Nei;7',
      'A4;V;;0;0;0;;1|2;;;;',
    ].join('\n');
    const file = await matchFile(core, { name: 'svar.csv', content: csv }, { codeColumn: 0 });
    expect(file.match.links.map(({ isSure, questionId }) => isSure && questionId !== null)).toEqual([true, true, true, true, true, true]);
    expect(await file.dryRun()).toMatchObject({ rows: 4, problemCount: 0, target: { people: { added: 4 }, missing: [] } });
    imported(await file.bring());
    const of = (variable: string, column = 'answer.code'): unknown[] =>
      ['A1', 'A2', 'A3', 'A4'].map((code) => stored(core, code, variable, column));
    expect(of('enig')).toEqual([2, 2, 3, null]);
    expect(stored(core, 'A4', 'enig', 'missing')).toBe('dont-know');
    expect(of('viktig', 'txt')).toEqual(['1', '2 3', undefined, '']);
    expect(of('hvorfor', 'txt')).toEqual(['1 2', '9', '2', '1 2']);
    // A ranking keeps the order of importance.
    expect(of('rekke', 'txt')).toEqual(['3 1', '2 3', '2', undefined]);
    expect(of('ny')).toEqual([1, 2, 2, undefined]);
    expect(of('trygg')).toEqual([10, 0, 7, undefined]);
    expect(pluck(core, "SELECT group_concat(body, '|') FROM text WHERE kind = 'specify'")).toBe('en hage|bare noen ganger');
    // Facts that entry gives an interview too.
    expect(pluck(core, "SELECT count(*) FROM interview WHERE seed > 0 AND mode = 'imported' AND status = 'complete'")).toBe(4);
    expect(pluck(core, 'SELECT count(DISTINCT seed) FROM interview')).toBe(4);
  });

  it('reads dates as precisely as each question asks, numbers with a decimal comma, and names of the registers [F29]', async () => {
    using core = await openEmptyWorkspace();
    design(
      core,
      section([
        question('dag', 'date'),
        question('sist', 'date', { dateForm: 'month' }),
        question('aar', 'date', { dateForm: 'year' }),
        question('time', 'date', { dateForm: 'date-time' }),
        question('uker', 'number', { decimals: 1, minimum: 0, maximum: 52 }),
        question('sted', 'register', { registerKind: 'place' }),
      ]),
    );
    const { workspace } = core.session;
    const intent = { ...workspace.sourceFor('w'), kind: 't', labelId: 't', isUndoable: false };
    const placeId = workspace.newId();
    workspace.operations.run(intent, () =>
      workspace.sql.insert('place', { id: placeId, name: 'Havnegata 4', kind: 'locality', country_code: 'NO' }),
    );
    const csv = [
      'Deltaker;dag;sist;aar;time;uker;sted',
      'A1;19.03.2026;mars 2026;2019;19.03.2026 14:30;4,5;havnegata 4',
      'A2;20.03.2026;2026-02;ca 2020;20.03.2026 09:05;60;Ukjent sted',
      'A3;21.03.2026;i går kveld;ikke sikker;21.03.2026 10:00;4,55;',
    ].join('\n');
    const file = await matchFile(core, { name: 'svar.csv', content: csv }, { codeColumn: 0 });
    const dry = await file.dryRun();
    expect(dry.problems.map(({ row, column, value, why }) => [row, column, value, why])).toEqual([
      [3, 6, '60', 'out-of-range'],
      [3, 7, 'Ukjent sted', 'not-in-register'],
      [4, 3, 'i går kveld', 'not-a-date'],
      [4, 6, '4,55', 'too-many-decimals'],
    ]);
    expect(await file.bring({ problems: 'refuse' })).toMatchObject({ state: 'refused', problemCount: 4 });
    expect(pluck(core, 'SELECT count(*) FROM interview')).toBe(0);
    imported(await file.bring());
    const date = (variable: string): unknown => stored(core, 'A1', variable, "txt || ' / ' || sort_on || ' / ' || precision");
    expect(date('dag')).toBe('2026-03-19 / 2026-03-19 / day');
    expect(date('sist')).toBe('mars 2026 / 2026-03-31 / month');
    expect(date('aar')).toBe('2019 / 2019-12-31 / year');
    expect(date('time')).toBe('2026-03-19 14:30 / 2026-03-19T14:30 / minute');
    expect(stored(core, 'A1', 'uker', 'num')).toBe(4.5);
    expect(stored(core, 'A1', 'sted', 'txt')).toBe(placeId);
    expect(stored(core, 'A2', 'aar', 'precision')).toBe('about');
    expect([stored(core, 'A2', 'uker', 'num'), stored(core, 'A3', 'sist', 'txt')]).toEqual([undefined, undefined]);
  });

  it('takes the name or code of a municipality for the one that was there then [R91] [F29]', async () => {
    using core = await openEmptyWorkspace();
    design(core, section([question('sted', 'register', { registerKind: 'place' })]));
    const on = async (code: string, day: string) => (await core.client.places.placeOn({ country: 'NO', code, on: day })).place?.id;
    const csv = ['Deltaker;sted', 'A1;Ålesund', 'A2;1507', 'A3;Oslo', 'A4;1580'].join('\n');
    const file = await matchFile(core, { name: 'svar.csv', content: csv }, { codeColumn: 0 });
    imported(await file.bring());
    // Two places called Ålesund have ended; the county Oslo is not what is meant by Oslo.
    expect(stored(core, 'A1', 'sted', 'txt')).toBe(await on('1508', '2026-01-01'));
    expect(stored(core, 'A2', 'sted', 'txt')).toBe(await on('1507', '2022-01-01'));
    expect(stored(core, 'A3', 'sted', 'txt')).toBe(await on('0301', '2026-01-01'));
    expect(stored(core, 'A4', 'sted', 'txt')).toBe(await on('1580', '2026-01-01'));
  });
});

describe('the rules of the questionnaire', () => {
  const ruled = [
    question('samtykke', 'consent'),
    question('barn', 'yes-no'),
    question('antall', 'number', {
      relevant: '${barn} = 1',
      minimum: 1,
      checks: [{ severity: 'soft', expression: '. < 8', message: { nb: 'Mange' } }],
    }),
    question('alder', 'number', { checks: [{ severity: 'hard', expression: '. >= 18', message: { nb: 'For ung' } }] }),
    question('dobbel', 'calculated', { calculation: '${alder} * 2' }),
  ];
  const csv = ['Deltaker;samtykke;barn;antall;alder', 'A1;Ja;Ja;2;30', 'A2;Ja;Nei;3;40', 'A3;Ja;Ja;9;17', 'A4;Nei;Nei;;50'].join('\n');

  it('set aside what would not be asked, mark what is unusual, and leave out what cannot be, as entry does [F29]', async () => {
    using core = await openEmptyWorkspace();
    design(core, section(ruled));
    const file = await matchFile(core, { name: 'svar.csv', content: csv }, { codeColumn: 0 });
    const dry = await file.dryRun();
    expect(dry).toMatchObject({ problemCount: 1, problems: [{ row: 4, column: 5, value: '17', why: 'breaks-check' }] });
    // A2 has no children and a number of them; after the no of A4 nothing is asked.
    expect(dry.target?.states).toEqual({ parked: 3, toConfirm: 1 });
    imported(await file.bring());
    expect(stored(core, 'A2', 'antall', "num || ' ' || state")).toBe('3.0 parked');
    expect(stored(core, 'A3', 'antall', "num || ' ' || state")).toBe('9.0 to-confirm');
    expect(stored(core, 'A3', 'alder', 'num')).toBeUndefined();
    expect(stored(core, 'A1', 'antall', 'state')).toBeNull();
    expect([stored(core, 'A1', 'dobbel', 'num'), stored(core, 'A3', 'dobbel', 'num')]).toEqual([60, undefined]);
    // Consent is recorded as in entry.
    expect(pluck(core, "SELECT group_concat(code, ' ' ORDER BY code) FROM consent JOIN respondent ON respondent.id = respondent_id")).toBe(
      'A1 A2 A3',
    );
    expect(pluck(core, "SELECT status FROM interview JOIN respondent ON respondent.id = respondent_id WHERE code = 'A4'")).toBe('declined');
  });

  it('work out the whole interview anew where answers change, and note it on finished ones [F29]', async () => {
    using core = await openEmptyWorkspace();
    design(core, section(ruled));
    imported(await (await matchFile(core, { name: 'a.csv', content: csv }, { codeColumn: 0 })).bring());
    const change = await matchFile(
      core,
      { name: 'b.csv', content: 'Deltaker;barn;alder\nA1;Nei;31\nA2;Ja;12' },
      { mode: 'replace', codeColumn: 0 },
    );
    expect(await change.dryRun()).toMatchObject({ problemCount: 1, target: { values: { replaced: 3 }, people: { changed: 2 } } });
    imported(await change.bring());
    // Without children the number is set aside, and with them it comes back; the age is calculated with.
    expect([stored(core, 'A1', 'antall', 'state'), stored(core, 'A2', 'antall', 'state')]).toEqual(['parked', null]);
    expect([stored(core, 'A1', 'dobbel', 'num'), stored(core, 'A2', 'dobbel', 'num')]).toEqual([62, 80]);
    expect(stored(core, 'A2', 'alder', 'num')).toBe(40);
    expect(
      pluck(
        core,
        "SELECT group_concat(name, ' ' ORDER BY name) FROM interview_change JOIN question ON question.id = question_id JOIN variable ON variable.id = variable_id WHERE reason = 'import'",
      ),
    ).toBe('alder barn barn');
  });
});
