import { describe, expect, it } from 'vitest';
import { QuestionnaireSpec, type QuestionSpec } from '../../shared/model/questionnaire-spec.ts';
import { readForm, writeForm, type ReadForm } from '../../shared/xlsform/index.ts';
import { read, told, words } from './xlsform-fixture.ts';

const choices = [
  ['list_name', 'name', 'label'],
  ['janei', 'ja', 'Ja'],
  ['janei', 'nei', 'Nei'],
  ['tall', '1', 'Lite'],
  ['tall', '2', 'Noe'],
  ['tall', '3', 'Mye'],
];

/** The questions of a form in order. */
function questions({ spec }: ReadForm): QuestionSpec[] {
  return spec.sections.flatMap((section) => section.questions);
}

/** A survey of these rows under type, name and label. */
function survey(...rows: readonly string[][]): ReadForm {
  return read({ survey: [['type', 'name', 'label'], ...rows], choices });
}

function named(form: ReadForm, name: string): QuestionSpec {
  const found = questions(form).find((question) => question.name === name);
  if (found === undefined) throw new Error(`no question ${name}`);
  return found;
}

describe('question types of an XLSForm [F16]', () => {
  it.each([
    ['text', 'open'],
    ['string', 'open'],
    ['integer', 'number'],
    ['int', 'number'],
    ['decimal', 'number'],
    ['date', 'date'],
    ['time', 'date'],
    ['dateTime', 'date'],
    ['note', 'note'],
    ['calculate', 'calculated'],
    ['hidden', 'calculated'],
    ['acknowledge', 'consent'],
    ['trigger', 'consent'],
    ['select_one janei', 'one'],
    ['select_multiple janei', 'several'],
    ['rank janei', 'rank'],
  ])('%s is %s, without a word', (type, ours) => {
    const form = survey([type, 'q1', 'Hva?']);
    expect(named(form, 'q1').type).toBe(ours);
    expect(form.problems).toEqual([]);
  });

  it.each([
    ['q int', 'number', 'integer'],
    ['add text prompt', 'open', 'text'],
    ['add select one prompt using janei', 'one', 'select_one'],
    ['add select multiple prompt using janei', 'several', 'select_multiple'],
    ['select one from janei', 'one', 'select_one'],
    ['select all that apply from janei', 'several', 'select_multiple'],
    ['select1 janei', 'one', 'select_one'],
    ['phone number', 'open', 'text'],
  ])('%s of earlier versions is %s, and says so', (type, ours, now) => {
    const form = survey([type, 'a', 'Hva?']);
    expect(named(form, 'a').type).toBe(ours);
    expect(form.errorCount).toBe(0);
    expect(form.problems).toMatchObject([{ code: 'type-old', row: 2, column: 'A', params: { now } }]);
  });

  it.each([
    'geopoint',
    'geoshape',
    'image',
    'audio',
    'video',
    'barcode',
    'file',
    'osm janei',
    'noe helt annet',
    'select_one_from_file steder.csv',
  ])('%s is kept, reported with its row, and comes out again', (type) => {
    const form = survey(['text', 'a', 'Først'], [type, 'b', 'Ikke her']);
    expect(named(form, 'b')).toMatchObject({ type: 'note', wording: { nb: 'Ikke her' }, extras: { '@type': type } });
    expect(form.errorCount).toBe(0);
    expect(told(form, 'warning')).toEqual([expect.stringMatching(/^(?:type-kept|type-unknown|list-elsewhere) survey 3 A$/u)]);
    const written = writeForm(form.spec, words).sheets[0]?.rows.map(({ cells }) => cells[0]);
    expect(written).toEqual(['type', 'text', type]);
  });

  it('reads ranges with their bounds, and 0 to 10 as a scale', () => {
    const form = read({
      survey: [
        ['type', 'name', 'label', 'parameters'],
        ['range', 'a', 'A', 'start=0 end=10 step=1'],
        ['range', 'b', 'B', 'start=1;end=5;step=0.5'],
        ['range', 'c', 'C', 'start=9 end=1'],
      ],
    });
    expect(named(form, 'a')).toMatchObject({ type: 'scale-0-10', extras: {} });
    expect(named(form, 'b')).toMatchObject({
      type: 'number',
      minimum: 1,
      maximum: 5,
      decimals: 1,
      extras: { '@type': 'range', parameters: 'step=0.5' },
    });
    expect(told(form)).toEqual(['range-invalid survey 4 D']);
  });

  it('adds “other: what?” in every language of the form [F9]', () => {
    const form = read({
      survey: [
        ['type', 'name', 'label::Norsk (nb)', 'label::Nynorsk (nn)', 'label::Svenska (sv)', 'label::English (en)'],
        ['select_one tall or_other', 'a', 'Hva?', 'Kva?', 'Vad?', 'What?'],
        ['select all that apply from tall or specify other', 'b', 'Hva?', 'Kva?', 'Vad?', 'What?'],
      ],
      choices: [['list_name', 'name', 'label::nb'], ...choices.slice(1)],
    });
    const option = {
      code: 4,
      name: 'other',
      asksWhat: true,
      label: { nb: 'Annet: hva?', nn: 'Anna: kva?', sv: 'Annat: vad?', en: 'Other: what?' },
    };
    expect(named(form, 'a').options.at(-1)).toMatchObject(option);
    expect(named(form, 'b').options.at(-1)).toMatchObject(option);
    const types = writeForm(form.spec, words).sheets[0]?.rows.map(({ cells }) => cells[0]);
    expect(types).toEqual(['type', 'select_one tall or_other', 'select_multiple tall or_other']);
  });

  it('takes whole numbers as codes and gives names the next free ones', () => {
    const form = survey(['select_one tall', 'a', 'A'], ['select_one janei', 'b', 'B']);
    expect(named(form, 'a').options.map(({ code, name }) => [code, name])).toEqual([
      [1, null],
      [2, null],
      [3, null],
    ]);
    expect(named(form, 'b').options.map(({ code, name }) => [code, name])).toEqual([
      [1, 'ja'],
      [2, 'nei'],
    ]);
  });

  it('keeps what answers must be: required, constraints, filters, defaults, random order', () => {
    const form = read({
      survey: [
        [
          'type',
          'name',
          'label',
          'required',
          'required_message',
          'constraint',
          'constraint_message',
          'default',
          'parameters',
          'choice_filter',
          'read_only',
          'appearance',
        ],
        ['integer', 'alder', 'Alder', 'yes', 'Må fylles ut', '. >= 0 and . <= 120', '', '40', '', '', '', ''],
        ['integer', 'barn', 'Barn', '${alder} > 18', '', '. < 20', 'For mange', '', '', '', 'yes', 'counter'],
        ['select_one sted', 'sted', 'Sted', 'no', '', '', '', 'nord', 'randomize=true, seed=7', 'fylke = ${alder}', '', ''],
        ['date', 'maaned', 'Måned', '', '', '', '', 'today()', '', '', '', 'month-year no-calendar'],
      ],
      choices: [
        ['list_name', 'name', 'label', 'fylke', 'image'],
        ['sted', 'nord', 'Nord', '1', 'n.png'],
        ['sted', 'sor', 'Sør', '2', ''],
      ],
    });
    expect(named(form, 'alder')).toMatchObject({
      isRequired: true,
      requiredWhen: null,
      requiredMessage: { nb: 'Må fylles ut' },
      minimum: 0,
      maximum: 120,
      checks: [],
      defaultValue: '40',
      decimals: 0,
    });
    expect(named(form, 'barn')).toMatchObject({
      isRequired: true,
      requiredWhen: '${alder} > 18',
      checks: [{ severity: 'hard', expression: '. < 20', message: { nb: 'For mange' } }],
      extras: { read_only: 'yes', appearance: 'counter' },
    });
    expect(named(form, 'sted')).toMatchObject({
      isRequired: false,
      hasRandomOrder: true,
      optionFilter: 'fylke = ${alder}',
      defaultValue: "'nord'",
      extras: { parameters: 'seed=7' },
    });
    expect(named(form, 'sted').options[0]).toMatchObject({ filterValues: { fylke: '1' }, extras: { image: 'n.png' } });
    expect(named(form, 'maaned')).toMatchObject({ dateForm: 'month', defaultValue: 'today()', extras: { appearance: 'no-calendar' } });
  });
});

describe('groups, grids and repeats [F16]', () => {
  it('makes an outermost group a section, and inner groups leads with their conditions joined', () => {
    const form = read({
      survey: [
        ['type', 'name', 'label', 'relevant'],
        ['text', 'a', 'A', ''],
        ['begin group', 'del', 'Hjelpen', '${a} = 1'],
        ['begin group', 'inne', 'De siste tre månedene', '${a} = 2'],
        ['text', 'b', 'B', '${a} = 3'],
        ['text', 'c', 'C', ''],
        ['end group', '', '', ''],
        ['end group', '', '', ''],
        ['text', 'd', 'D', ''],
      ],
    });
    expect(
      form.spec.sections.map(({ name, title, relevant, questions: inside }) => [
        name,
        title.nb,
        relevant,
        inside.map(({ name: one }) => one),
      ]),
    ).toEqual([
      [null, undefined, null, ['a']],
      ['del', 'Hjelpen', '${a} = 1', ['b', 'c']],
      [null, undefined, null, ['d']],
    ]);
    expect(named(form, 'b')).toMatchObject({ lead: { nb: 'De siste tre månedene' }, relevant: '(${a} = 2) and (${a} = 3)' });
    expect(named(form, 'c')).toMatchObject({ lead: { nb: 'De siste tre månedene' }, relevant: '${a} = 2' });
  });

  it('makes the rows of a grid scales under one lead', () => {
    const form = survey(
      ['begin group', 'grid', 'Hvor fornøyd er du med', ''],
      ['select_one tall', 'a', 'Tid'],
      ['select_one tall', 'b', 'Sted'],
      ['end group', '', ''],
    );
    for (const name of ['a', 'b']) expect(named(form, name)).toMatchObject({ type: 'one' });
    const grid = read({
      survey: [
        ['type', 'name', 'label', 'appearance'],
        ['begin group', 'g', 'Hvor fornøyd?', 'table-list'],
        ['select_one tall', 'a', 'Tid', ''],
        ['select_one tall', 'b', 'Sted', ''],
        ['end group', '', '', ''],
      ],
      choices,
    });
    for (const name of ['a', 'b'])
      expect(named(grid, name)).toMatchObject({ type: 'scale', scale: 'tall', options: [], lead: { nb: 'Hvor fornøyd?' } });
    expect(grid.spec.scales).toMatchObject([{ key: 'tall', name: 'tall', direction: 'none' }]);
    expect(grid.spec.sections).toHaveLength(1);
  });

  it('nests repeats, each question by the place of its repeat', () => {
    const form = read({
      survey: [
        ['type', 'name', 'label', 'repeat_count'],
        ['begin repeat', 'barn', 'Barn', '3'],
        ['text', 'fornavn', 'Fornavn', ''],
        ['begin repeat', 'skole', 'Skole', ''],
        ['text', 'sted', 'Sted', ''],
        ['end repeat', '', '', ''],
        ['end repeat', '', '', ''],
      ],
    });
    expect(questions(form).map(({ name, type, parent, repeatCount }) => [name, type, parent, repeatCount])).toEqual([
      ['barn', 'repeat', null, '3'],
      ['fornavn', 'open', 0, null],
      ['skole', 'repeat', 0, null],
      ['sted', 'open', 2, null],
    ]);
  });

  it('keeps metadata and remarks in their places', () => {
    const form = survey(
      ['start', 'start', ''],
      ['text', 'a', 'A'],
      ['today', 'today', ''],
      ['begin group', 'g', 'G'],
      ['deviceid', 'deviceid', ''],
      ['text', 'b', 'B'],
      ['end group', '', ''],
      ['end', 'end', ''],
    );
    expect(questions(form).map(({ name }) => name)).toEqual(['a', 'b']);
    const rows = writeForm(form.spec, words)
      .sheets[0]?.rows.slice(1)
      .map(({ cells }) => cells[0]);
    expect(rows).toEqual(['start', 'text', 'today', 'begin group', 'deviceid', 'text', 'end group', 'end']);
  });
});

describe('languages and columns [F16]', () => {
  const texts = [
    [
      'TYPE ',
      'Name',
      'label::Norsk (nb)',
      'label::Nynorsk',
      'label:Svenska',
      'label::English (en)',
      'label::Polski (pl)',
      'hint::nb',
      'internt',
    ],
    ['text', 'a', 'Hva?', 'Kva?', 'Vad?', 'What?', 'Co?', 'Kort', 'til oss'],
  ];

  it('maps languages by code or name, and keeps the others and unknown columns untouched', () => {
    const form = read({ Survey: texts, _skjult: [['x'], [3]] });
    expect(form.spec.languages).toEqual(['nb', 'nn', 'sv', 'en']);
    expect(named(form, 'a')).toMatchObject({
      wording: { nb: 'Hva?', nn: 'Kva?', sv: 'Vad?', en: 'What?' },
      hint: { nb: 'Kort' },
      extras: { 'label::Polski (pl)': 'Co?', internt: 'til oss' },
    });
    expect(told(form, 'warning')).toEqual(['language-kept Survey 1 G', 'column-kept Survey 1 I', 'sheet-kept _skjult 0']);
    const written = writeForm(form.spec, words);
    expect(written.sheets.map(({ name }) => name)).toEqual(['Survey', '_skjult', 'settings']);
    expect(written.sheets[0]?.rows.map(({ cells }) => cells)).toEqual([['TYPE', ...(texts[0]?.slice(1) ?? [])], texts[1]]);
    expect(written.sheets[1]?.rows).toEqual([
      { row: 1, cells: ['x'] },
      { row: 2, cells: [3] },
    ]);
  });

  it('does what a person says about a language', () => {
    const sheets = { sheets: [{ name: 'survey', rows: texts.map((cells, index) => ({ row: index + 1, cells })) }] };
    const form = readForm(sheets, {
      name: 'S',
      words,
      fallback: 'nb',
      languages: { 'Polski (pl)': 'en', 'English (en)': null, Nynorsk: null },
    });
    expect(form.spec.languages).toEqual(['nb', 'sv', 'en']);
    expect(named(form, 'a').wording).toEqual({ nb: 'Hva?', sv: 'Vad?', en: 'Co?' });
  });

  it('tells the language of texts that name none by the settings, else by their words', () => {
    const plain = (label: string, language = ''): ReadForm =>
      read({
        survey: [
          ['type', 'name', 'label'],
          ['text', 'a', label],
        ],
        settings: [
          ['form_title', 'default_language'],
          ['T', language],
        ],
      });
    expect(plain('How old are you?').spec.languages).toEqual(['en']);
    expect(plain('Vad är viktigt för dig och din familj?').spec.languages).toEqual(['sv']);
    expect(plain('Kva er viktig for deg no, og korleis?').spec.languages).toEqual(['nn']);
    expect(plain('How old are you?', 'Norsk (nb)').spec.languages).toEqual(['nb']);
  });

  it('reads what only Røst knows from columns that others pass over', () => {
    const form = read({
      survey: [
        [
          'type',
          'name',
          'label::nb',
          'app::missing',
          'app::type',
          'app::short_label::nb',
          'app::unit::nb',
          'app::per_person',
          'app::identifier',
          'app::background',
          'constraint',
          'app::soft_constraint',
          'app::soft_message::nb',
          'app::severity',
        ],
        ['select_one tall', 'a', 'A', 'V P A U H', 'scale', 'Kort', '', '', 'yes', 'yes', '', '', '', ''],
        ['integer', 'b', 'B', 'V', '', '', 'kroner', 'yes', '', '', '', '. < 100', 'Høyt. Stemmer det?', ''],
        ['integer', 'c', 'C', '', 'rubbish', '', '', '', '', '', '. < 5', '', '', 'soft'],
      ],
      choices: [
        ['list_name', 'name', 'label::nb', 'app::exclusive', 'app::specify', 'app::scale', 'app::direction', 'app::neutral'],
        ['tall', '1', 'Lite', '', '', 'Mengde', 'rising', '2'],
        ['tall', '2', 'Noe', 'yes', '', '', '', ''],
        ['tall', '3', 'Annet', '', 'yes', '', '', ''],
      ],
    });
    expect(named(form, 'a')).toMatchObject({
      type: 'scale',
      reasons: ['dont-know', 'prefer-not-to-say', 'not-applicable', 'illegible', 'skipped'],
      label: { nb: 'Kort' },
      isIdentifier: true,
      isBackground: true,
    });
    expect(named(form, 'a').options[1]).toMatchObject({ isExclusive: true });
    expect(named(form, 'b')).toMatchObject({
      unit: { nb: 'kroner' },
      isPerPerson: true,
      checks: [{ severity: 'soft', expression: '. < 100', message: { nb: 'Høyt. Stemmer det?' } }],
    });
    expect(named(form, 'c').checks).toEqual([{ severity: 'soft', expression: '. < 5', message: {} }]);
    expect(form.spec.scales).toMatchObject([{ key: 'tall', name: 'Mengde', direction: 'rising', neutralCode: 2 }]);
    expect(told(form, 'warning')).toEqual(['app-value survey 4 E']);
  });
});

describe('what is wrong is told with sheet, row and column [F16]', () => {
  const base = (...rows: readonly string[][]): Record<string, string[][]> => ({ survey: [['type', 'name', 'label'], ...rows], choices });
  it.each<[string, Record<string, string[][]>, string[]]>([
    [
      'no survey sheet',
      {
        ark1: [
          ['type', 'name'],
          ['text', 'a'],
        ],
      },
      ['no-survey  0'],
    ],
    [
      'no type column',
      {
        survey: [
          ['name', 'label'],
          ['a', 'A'],
        ],
      },
      ['column-missing survey 1'],
    ],
    [
      'no name column',
      {
        survey: [
          ['type', 'label'],
          ['text', 'A'],
        ],
      },
      ['column-missing survey 1'],
    ],
    [
      'a column twice',
      {
        survey: [
          ['type', 'name', 'label', 'Label'],
          ['text', 'a', 'A', 'B'],
        ],
      },
      ['column-twice survey 1 D'],
    ],
    ['no type', base(['', 'a', 'A']), ['type-missing survey 2 A']],
    ['no name', base(['text', '', 'A']), ['name-missing survey 2 B']],
    ['a name that begins with a digit', base(['text', '1a', 'A']), ['name-invalid survey 2 B']],
    ['a name with a blank', base(['text', 'a b', 'A']), ['name-invalid survey 2 B']],
    ['the reserved name', base(['text', 'meta', 'A']), ['name-reserved survey 2 B']],
    ['a name twice', base(['text', 'a', 'A'], ['integer', 'a', 'B']), ['name-twice survey 3 B']],
    ['no list', base(['select_one', 'a', 'A']), ['list-not-named survey 2 A']],
    ['an unknown list', base(['select_one farger', 'a', 'A']), ['list-missing survey 2 A']],
    [
      'no choices sheet',
      {
        survey: [
          ['type', 'name', 'label'],
          ['rank farger', 'a', 'A'],
        ],
      },
      ['list-missing survey 2 A'],
    ],
    [
      'a list without names',
      {
        survey: base(['select_one x', 'a', 'A'])['survey'] ?? [],
        choices: [
          ['list_name', 'name', 'label'],
          ['x', '', 'X'],
        ],
      },
      ['choice-name-missing choices 2 B', 'list-empty survey 2 A'],
    ],
    [
      'a choice without a list',
      {
        survey: base(['text', 'a', 'A'])['survey'] ?? [],
        choices: [
          ['list_name', 'name', 'label'],
          ['', 'x', 'X'],
        ],
      },
      ['choice-list-missing choices 2 A'],
    ],
    [
      'a choice twice',
      { survey: base(['text', 'a', 'A'])['survey'] ?? [], choices: [...choices, ['tall', '1', 'Igjen']] },
      ['choice-name-twice choices 7 B'],
    ],
    [
      'a choice with a blank where several are chosen',
      {
        survey: base(['select_multiple x', 'a', 'A'])['survey'] ?? [],
        choices: [
          ['list_name', 'name', 'label'],
          ['x', 'en to', 'X'],
        ],
      },
      ['choice-name-blank choices 2'],
    ],
    [
      'no list_name column',
      {
        survey: base(['text', 'a', 'A'])['survey'] ?? [],
        choices: [
          ['name', 'label'],
          ['x', 'X'],
        ],
      },
      ['column-missing choices 1'],
    ],
    [
      'a group that never ends, by the row where it begins',
      base(['begin group', 'g', 'G'], ['text', 'a', 'A']),
      ['begin-without-end survey 2 A'],
    ],
    ['an end of nothing', base(['text', 'a', 'A'], ['end group', '', '']), ['end-without-begin survey 3 A']],
    ['a repeat ended as a group', base(['begin repeat', 'r', 'R'], ['text', 'a', 'A'], ['end group', '', '']), ['end-other survey 4 A']],
  ])('%s', (_what, sheets, wanted) => {
    const form = read(sheets);
    expect(told(form)).toEqual(wanted);
    expect(form.errorCount).toBe(wanted.length);
  });

  it('allows the same choice name twice where the settings do', () => {
    const form = read({
      ...base(['select_one tall', 'a', 'A']),
      choices: [...choices, ['tall', '1', 'Igjen']],
      settings: [['allow_choice_duplicates'], ['yes']],
    });
    expect(form.errorCount).toBe(0);
    expect(named(form, 'a').options.map(({ code, name }) => [code, name])).toEqual([
      [1, null],
      [2, null],
      [3, null],
      [4, '1'],
    ]);
  });

  it('names where in an expression something is wrong, and imports the form all the same', () => {
    const form = read({
      survey: [
        ['type', 'name', 'label', 'relevant', 'constraint'],
        ['text', 'a', 'A', '', ''],
        ['text', 'b', 'B ${finnesikke}', '${a} = = 2', 'regex(.'],
        ['text', 'c', 'C', '${borte} = 1', '. = "x'],
      ],
    });
    expect(form.errorCount).toBe(0);
    expect(form.problems.map(({ code, row, column, at }) => [code, row, column, at])).toEqual([
      ['expression', 3, 'D', 7],
      ['expression', 3, 'E', 7],
      ['expression', 4, 'D', 0],
      ['expression', 4, 'E', 4],
      ['reference-unknown', 3, 'C', 2],
    ]);
    expect(named(form, 'b').relevant).toBe('${a} = = 2');
  });

  it('renames a question whose name another group has, and says so', () => {
    const form = survey(
      ['begin group', 'mor', 'Mor'],
      ['text', 'alder', 'A'],
      ['end group', '', ''],
      ['begin group', 'far', 'Far'],
      ['text', 'alder', 'A'],
      ['end group', '', ''],
    );
    expect(questions(form).map(({ name }) => name)).toEqual(['alder', 'far_alder']);
    expect(told(form, 'warning')).toEqual(['name-changed survey 6 B']);
    expect(QuestionnaireSpec.safeParse(form.spec).success).toBe(true);
  });

  it('writes ../name as it is written today where the form has the name', () => {
    const form = read({
      survey: [
        ['type', 'name', 'label', 'relevant'],
        ['text', 'a', 'A', ''],
        ['text', 'b', 'B', "../a = '../a' and position(../..) = 1"],
        ['text', 'c', 'C', 'TRUE'],
      ],
    });
    expect(named(form, 'b').relevant).toBe("${a} = '../a' and position(../..) = 1");
    expect(named(form, 'c').relevant).toBe('true()');
  });
});
