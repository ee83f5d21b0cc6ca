/** An invented survey as LimeSurvey 6 and as LimeSurvey 3 write it. */

type Row = Readonly<Record<string, string | number>>;

const cell = (value: string | number): string => (value === '' ? '' : `<![CDATA[${value}]]>`);
const rowXml = (row: Row): string =>
  `   <row>\n${Object.entries(row)
    .map(([name, value]) => `    <${name}>${cell(value)}</${name}>`)
    .join('\n')}\n   </row>`;
const table = (name: string, rows: readonly Row[]): string =>
  ` <${name}>\n  <rows>\n${rows.map(rowXml).join('\n')}\n  </rows>\n </${name}>`;

interface Question {
  readonly code: string;
  readonly type: string;
  readonly group: number;
  readonly texts: readonly [nb: string, sv: string];
  readonly other?: 'Y';
  readonly mandatory?: 'Y';
  readonly relevance?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly answers?: readonly (readonly [code: string, nb: string, sv: string])[];
  readonly parts?: readonly (readonly [code: string, nb: string, sv: string])[];
}

const groups = [{ texts: ['Om deg', 'Om dig'] }, { texts: ['Om tjenesten', 'Om tjänsten'] }] as const;

const questions: readonly Question[] = [
  {
    code: 'alder',
    type: 'N',
    group: 1,
    mandatory: 'Y',
    texts: ['Hvor gammel er du?', 'Hur gammal är du?'],
    attributes: { num_value_int_only: '1', min_num_value_n: '16', max_num_value_n: '110' },
  },
  {
    code: 'tjeneste',
    type: 'L',
    group: 1,
    texts: ['<p>Hvilken tjeneste bruker du <em>mest</em>?</p>', '<p>Vilken tjänst använder du <em>mest</em>?</p>'],
    answers: [
      ['A1', 'Botjenesten', 'Boendet'],
      ['A2', 'Rustjenesten', 'Missbruksvården'],
    ],
  },
  {
    code: 'stotte',
    type: 'M',
    group: 2,
    other: 'Y',
    texts: ['Hvem støtter deg?', 'Vem stöttar dig?'],
    attributes: { exclude_all_others: 'SQ003' },
    parts: [
      ['SQ001', 'Familien', 'Familjen'],
      ['SQ002', 'Venner', 'Vänner'],
      ['SQ003', 'Ingen', 'Ingen'],
    ],
  },
  {
    code: 'tilfreds',
    type: 'F',
    group: 2,
    texts: ['Hvor fornøyd er du?', 'Hur nöjd är du?'],
    answers: [
      ['1', 'Ikke fornøyd', 'Inte nöjd'],
      ['2', 'Fornøyd', 'Nöjd'],
      ['3', 'Svært fornøyd', 'Mycket nöjd'],
    ],
    parts: [
      ['SQ001', 'Med hjelpen', 'Med hjälpen'],
      ['SQ002', 'Med å bli hørt', 'Med att bli hörd'],
    ],
  },
  { code: 'hjelp', type: 'Y', group: 2, texts: ['Fikk du hjelp?', 'Fick du hjälp?'] },
  {
    code: 'viktig',
    type: 'R',
    group: 2,
    texts: ['Hva er viktigst?', 'Vad är viktigast?'],
    answers: [
      ['1', 'Tid', 'Tid'],
      ['2', 'Trygghet', 'Trygghet'],
    ],
  },
  {
    code: 'fortell',
    type: 'T',
    group: 2,
    relevance: '((stotte_SQ001.NAOK == "Y")) and (tjeneste.NAOK != "A2")',
    texts: ['Fortell mer', 'Berätta mer'],
  },
  { code: 'dato', type: 'D', group: 2, relevance: 'alder.NAOK >= 18', texts: ['Når var det?', 'När var det?'] },
  { code: 'takk', type: 'X', group: 2, texts: ['Takk for at du svarte.', 'Tack för att du svarade.'] },
];

const both = ['nb', 'sv'] as const;
const qid = (index: number): number => index + 1;
const partId = (index: number, part: number): number => 100 + index * 10 + part;
const answerId = (index: number, answer: number): number => 1000 + index * 10 + answer;

const base = (question: Question, index: number): Row => ({
  qid: qid(index),
  parent_qid: 0,
  gid: question.group,
  type: question.type,
  title: question.code,
  other: question.other ?? 'N',
  mandatory: question.mandatory ?? 'N',
  question_order: index + 1,
  scale_id: 0,
  relevance: (question.relevance ?? '1').replace(/^\(\((.*)\)\) and \((.*)\)$/u, '$1 and $2'),
});
const partBase = (question: Question, index: number, part: number): Row => ({
  qid: partId(index, part),
  parent_qid: qid(index),
  gid: question.group,
  type: 'T',
  title: question.parts?.[part]?.[0] ?? '',
  question_order: part + 1,
  scale_id: 0,
});

const attributes = table(
  'question_attributes',
  questions.flatMap((question, index) =>
    Object.entries(question.attributes ?? {}).map(([attribute, value]) => ({ qid: qid(index), attribute, value })),
  ),
);
const surveys = table('surveys', [{ sid: 1, language: 'nb', additional_languages: 'sv' }]);
const settings = table('surveys_languagesettings', [
  { surveyls_survey_id: 1, surveyls_language: 'nb', surveyls_title: 'Brukerne i Fjordvik' },
  { surveyls_survey_id: 1, surveyls_language: 'sv', surveyls_title: 'Brukarna i Fjordvik' },
]);
const frame = (version: number, parts: readonly string[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<document>',
    ' <LimeSurveyDocType>Survey</LimeSurveyDocType>',
    ` <DBVersion>${version}</DBVersion>`,
    ' <languages>\n  <language>nb</language>\n  <language>sv</language>\n </languages>',
    ...parts,
    '</document>',
  ].join('\n');

/** Texts in tables of their own. */
export const newSurvey = frame(623, [
  table(
    'answers',
    questions.flatMap(({ answers = [] }, index) =>
      answers.map(([code], at) => ({ aid: answerId(index, at), qid: qid(index), code, sortorder: at + 1, scale_id: 0 })),
    ),
  ),
  table(
    'answer_l10ns',
    questions.flatMap(({ answers = [] }, index) =>
      answers.flatMap(([, ...texts], at) =>
        both.map((language, which) => ({ aid: answerId(index, at), answer: texts[which] ?? '', language })),
      ),
    ),
  ),
  table(
    'groups',
    groups.map((_, at) => ({ gid: at + 1, sid: 1, group_order: at + 1, grelevance: '' })),
  ),
  table(
    'group_l10ns',
    groups.flatMap(({ texts }, at) =>
      both.map((language, which) => ({ gid: at + 1, group_name: texts[which] ?? '', description: '', language })),
    ),
  ),
  table('questions', questions.map(base)),
  table(
    'subquestions',
    questions.flatMap((question, index) => (question.parts ?? []).map((_, part) => partBase(question, index, part))),
  ),
  table(
    'question_l10ns',
    questions.flatMap(({ texts, parts = [] }, index) => [
      ...both.map((language, which) => ({ qid: qid(index), question: texts[which] ?? '', help: '', language })),
      ...parts.flatMap(([, ...words], part) =>
        both.map((language, which) => ({ qid: partId(index, part), question: words[which] ?? '', help: '', language })),
      ),
    ]),
  ),
  attributes,
  surveys,
  settings,
]);

/** The same with every row once for each language. */
export const oldSurvey = frame(355, [
  table(
    'answers',
    questions.flatMap(({ answers = [] }, index) =>
      answers.flatMap(([code, ...texts], at) =>
        both.map((language, which) => ({ qid: qid(index), code, answer: texts[which] ?? '', sortorder: at + 1, language, scale_id: 0 })),
      ),
    ),
  ),
  table(
    'groups',
    groups.flatMap(({ texts }, at) =>
      both.map((language, which) => ({
        gid: at + 1,
        sid: 1,
        group_name: texts[which] ?? '',
        group_order: at + 1,
        description: '',
        language,
        grelevance: '',
      })),
    ),
  ),
  table(
    'questions',
    questions.flatMap((question, index) =>
      both.map((language, which) => ({ ...base(question, index), question: question.texts[which] ?? '', help: '', language })),
    ),
  ),
  table(
    'subquestions',
    questions.flatMap((question, index) =>
      (question.parts ?? []).flatMap(([, ...words], part) =>
        both.map((language, which) => ({ ...partBase(question, index, part), question: words[which] ?? '', help: '', language })),
      ),
    ),
  ),
  attributes,
  surveys,
  settings,
]);
