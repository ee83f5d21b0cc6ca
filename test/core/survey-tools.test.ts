import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { answersOf, design, imported, matchFile, option, question } from './survey-target-fixture.ts';
import { importFile, inspect, openEmptyWorkspace, upload } from './survey-upload-fixture.ts';

const sections = [
  {
    name: 'bakgrunn',
    title: { nb: 'Om deg' },
    relevant: null,
    questions: [
      question('alder', 'number'),
      question('tjeneste', 'one', { options: [option(1, 'Botjenesten', { name: 'bo' }), option(2, 'Rustjenesten', { name: 'rus' })] }),
      question('stotte', 'several', {
        wording: { nb: 'Hvem støtter deg?', en: 'Who supports you?' },
        options: [
          option(1, 'Familien', { name: 'familie' }),
          option(2, 'Venner', { name: 'venner' }),
          option(3, 'Annet', { name: 'other', asksWhat: true }),
        ],
      }),
      question('fortell', 'open'),
    ],
  },
];

const persons = ['familie venner', 'venner', '', 'familie', 'familie venner', 'venner'];
const has = (marks: string, mark: string): string => (marks === '' ? '' : marks.split(' ').includes(mark) ? '1' : '0');

/** A workbook as KoboToolbox exports it, with a repeat on a sheet of its own. */
async function koboFile(form: 'names' | 'labels', marks: 'one' | 'many' | 'both') {
  const name = (plain: string, label: string): string => (form === 'names' ? plain : label);
  const headers = [
    'start',
    'end',
    name('bakgrunn/alder', 'Om deg/Spørsmål om alder?'),
    name('bakgrunn/tjeneste', 'Om deg/Spørsmål om tjeneste?'),
    ...(marks === 'many' ? [] : [name('bakgrunn/stotte', 'Om deg/Hvem støtter deg?')]),
    ...(marks === 'one'
      ? []
      : [
          name('bakgrunn/stotte/familie', 'Om deg/Hvem støtter deg?/Familien'),
          name('bakgrunn/stotte/venner', 'Om deg/Hvem støtter deg?/Venner'),
        ]),
    name('bakgrunn/fortell', 'Om deg/Spørsmål om fortell?'),
    '_id',
    '_uuid',
    '_submission_time',
    '_submitted_by',
    '_index',
  ];
  const together = (said: string): string => (form === 'names' ? said : said.replace('familie', 'Familien').replace('venner', 'Venner'));
  const rows = persons.map((said, at) => [
    '2026-03-19T09:00:00.000+01:00',
    '2026-03-19T09:20:00.000+01:00',
    30 + at,
    at % 2 === 0 ? name('bo', 'Botjenesten') : name('rus', 'Rustjenesten'),
    ...(marks === 'many' ? [] : [together(said)]),
    ...(marks === 'one' ? [] : [has(said, 'familie'), has(said, 'venner')]),
    at === 0 ? 'De hørte på meg' : '',
    1000 + at,
    `uuid-${at}`,
    '2026-03-19T09:21:00',
    'kari',
    at + 1,
  ]);
  const content = await writeXlsx({
    sheets: [
      { name: 'Brukere', rows: [headers, ...rows] },
      {
        name: 'opphold',
        rows: [
          ['opphold/sted', '_index', '_parent_index'],
          ['Post 2', 1, 1],
        ],
      },
    ],
  });
  return { name: 'kobo.xlsx', content };
}

describe('files of survey tools', () => {
  it.each([
    ['names', 'one'],
    ['names', 'many'],
    ['names', 'both'],
    ['labels', 'one'],
    ['labels', 'many'],
    ['labels', 'both'],
  ] as const)('KoboToolbox with %s, marks in %s column(s): groups are seen through, its own columns left out', async (form, marks) => {
    using core = await openEmptyWorkspace();
    design(core, sections);
    const file = await matchFile(core, await koboFile(form, marks));
    const roles = file.match.mapping.columns.map(({ header: [text = ''], role }) => `${text} ${role}`);
    for (const own of ['start', 'end', '_uuid', '_submission_time', '_submitted_by', '_index']) expect(roles).toContain(`${own} skip`);
    expect(imported(await file.bring())).toMatchObject({ rowsImported: 6, emptiedCount: 0 });
    const answers = Object.values(answersOf(core));
    expect(answers.map(({ alder }) => alder)).toEqual([30, 31, 32, 33, 34, 35]);
    expect(answers.map(({ tjeneste }) => tjeneste)).toEqual([
      'Botjenesten (en)',
      'Rustjenesten (en)',
      'Botjenesten (en)',
      'Rustjenesten (en)',
      'Botjenesten (en)',
      'Rustjenesten (en)',
    ]);
    expect(answers[0]).toMatchObject({ fortell: 'De hørte på meg' });
    expect(answers.map(({ stotte }) => stotte)).toEqual(['1 2', '2', undefined, '1', '1 2', '2']);
  });

  it('LimeSurvey with codes: marks and rows of arrays find their questions, its own columns are left out', async () => {
    using core = await openEmptyWorkspace();
    design(core, [
      {
        ...sections[0]!,
        questions: [
          ...sections[0]!.questions,
          question('tilfreds_SQ001', 'one', { options: [option(1, 'Lite', { name: 'A1' }), option(2, 'Mye', { name: 'A2' })] }),
        ],
      },
    ]);
    const content = [
      '"id","submitdate","lastpage","startlanguage","seed","alder","tjeneste","stotte[familie]","stotte[venner]","stotte[other]","tilfreds[SQ001]"',
      '"1","2026-03-19 09:00:00","3","nb","123","44","bo","Y","","","A2"',
      '"2","2026-03-19 10:00:00","3","nb","124","51","rus","","Y","Naboen","A1"',
    ].join('\n');
    const file = await matchFile(core, { name: 'results.csv', content });
    expect(imported(await file.bring())).toMatchObject({ rowsImported: 2, emptiedCount: 0 });
    expect(answersOf(core)).toEqual({
      1: { alder: 44, stotte: '1', tilfreds_SQ001: 'Mye (en)', tjeneste: 'Botjenesten (en)' },
      2: { alder: 51, stotte: '2 3', tilfreds_SQ001: 'Lite (en)', tjeneste: 'Rustjenesten (en)' },
    });
  });

  it('Nettskjema and Forms: who and when are left out of a survey of its own', async () => {
    using core = await openEmptyWorkspace();
    const nettskjema = [
      '$submission_id;$created;$answer_time_ms;Hvor fornøyd er du?;Hva kan bli bedre?',
      '1;2026-03-19T09:00:00;1234;Svært fornøyd;Tiden',
      '2;2026-03-19T09:10:00;2234;Fornøyd;',
      '3;2026-03-19T09:20:00;3234;Fornøyd;Maten',
    ].join('\n');
    const first = (await inspect(core, await upload(core, { name: 'skjema.csv', content: nettskjema }))).proposal;
    expect(first.columns.map(({ role }) => role)).toEqual(['respondentCode', 'skip', 'skip', 'closed', 'open']);
    const forms = [
      'ID;Starttidspunkt;Fullføringstidspunkt;E-post;Navn;Er du fornøyd?',
      '1;19.03.2026 09:00;19.03.2026 09:10;a@b.no;Kari;Ja',
      '2;19.03.2026 09:00;19.03.2026 09:10;c@b.no;Ola;Nei',
    ].join('\n');
    const second = (await inspect(core, await upload(core, { name: 'forms.csv', content: forms }))).proposal;
    expect(second.columns.slice(0, 5).map(({ role }) => role)).toEqual(['respondentCode', 'skip', 'skip', 'skip', 'skip']);
    expect(await importFile(core, { name: 'skjema.csv', content: nettskjema })).toMatchObject({ rowsImported: 3 });
  });

  it('a file of nobody’s keeps columns that only sound like a tool’s', async () => {
    using core = await openEmptyWorkspace();
    const content = ['Start;Navn på tiltaket;Nytte', 'Høst;Treff;Stor', 'Vår;Tur;Liten', 'Vår;Kafé;Stor'].join('\n');
    const { proposal } = await inspect(core, await upload(core, { name: 'tiltak.csv', content }));
    expect(proposal.columns.map(({ role }) => role)).not.toContain('skip');
  });
});
