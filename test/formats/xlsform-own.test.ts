import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emptyQuestion,
  QuestionnaireSpec,
  type OptionSpec,
  type QuestionSpec,
  type ScaleSpec,
} from '../../shared/model/questionnaire-spec.ts';
import { missingReasons, type QuestionType } from '../../shared/model/questionnaire.ts';
import type { LocalisedText } from '../../shared/model/text.ts';
import { readForm, writeForm } from '../../shared/xlsform/index.ts';
import { words } from './xlsform-fixture.ts';

const both = (nb: string, sv: string): LocalisedText => ({ nb, sv });
const option = (code: number, nb: string, more: Partial<OptionSpec> = {}): OptionSpec => ({
  code,
  name: null,
  label: both(nb, `${nb} (sv)`),
  isExclusive: false,
  asksWhat: false,
  filterValues: {},
  extras: {},
  ...more,
});
const enig: ScaleSpec = {
  key: 'enig',
  name: 'Enighet',
  direction: 'falling',
  neutralCode: 3,
  options: [option(1, 'Helt enig'), option(3, 'Verken eller'), option(5, 'Helt uenig')],
};

function ask(name: string, type: QuestionType, more: Partial<QuestionSpec> = {}): QuestionSpec {
  return { ...emptyQuestion(name, type, both(`Spørsmål ${name}`, `Fråga ${name}`)), ...more };
}

/** One of everything that the designer can make. */
function everything(): QuestionnaireSpec {
  return {
    name: 'Undersøkelse i Fjordvik',
    languages: ['nb', 'sv'],
    sections: [
      {
        name: null,
        title: both('Om deg', 'Om dig'),
        relevant: null,
        questions: [
          ask('samtykke', 'consent', { isRequired: true }),
          ask('samtykke_to', 'consent', { options: [option(1, 'Ja, gjerne'), option(2, 'Nei')] }),
          ask('alder', 'number', {
            decimals: 0,
            minimum: 18,
            maximum: 99,
            unit: both('år', 'år'),
            isIdentifier: true,
            isBackground: true,
            label: both('Alder', 'Ålder'),
            reasons: ['prefer-not-to-say'],
          }),
          ask('pris', 'number', {
            decimals: 2,
            minimum: 0,
            checks: [
              { severity: 'hard', expression: '. < 1000', message: both('For mye', 'För mycket') },
              { severity: 'soft', expression: '. < 500', message: both('Høyt?', 'Högt?') },
              { severity: 'soft', expression: '. > 1', message: {} },
            ],
          }),
          ask('kommune', 'register', { registerKind: 'organisation' }),
          ask('begynte', 'date', { dateForm: 'month' }),
          ask('klokka', 'date', { dateForm: 'time' }),
          ask('aar', 'date', { dateForm: 'year', hint: both('Omtrent', 'Ungefär'), instruction: both('Ikke press', 'Pressa inte') }),
        ],
      },
      {
        name: null,
        title: {},
        relevant: '${alder} > 17',
        questions: [
          ask('ip', 'yes-no', { reasons: [...missingReasons] }),
          ask('ip_to', 'yes-no', { options: [option(1, 'Ja'), option(2, 'Nei'), option(8, 'Husker ikke')] }),
          ask('tid', 'scale', { scale: 'enig', lead: both('Hvor enig er du?', 'Hur väl instämmer du?') }),
          ask('sted', 'scale', { scale: 'enig', lead: both('Hvor enig er du?', 'Hur väl instämmer du?'), relevant: '${tid} = 1' }),
          ask('alene', 'scale', { scale: 'enig' }),
          ask('en', 'one', {
            options: [option(1, 'Tid'), option(4, 'Annet', { asksWhat: true, name: 'annet' }), option(9, 'Ingen', { isExclusive: true })],
            hasRandomOrder: true,
            defaultValue: "'annet'",
          }),
          ask('flere', 'several', {
            options: [option(1, 'Tid', { filterValues: { fylke: '3' }, extras: { image: 'a.png' } }), option(2, 'Sted')],
            optionFilter: "fylke = '3'",
            requiredWhen: '${en} = 1',
            isRequired: true,
            requiredMessage: both('Svar', 'Svara'),
          }),
          ask('rang', 'rank', { options: [option(1, 'Tid'), option(2, 'Sted'), option(3, 'Folk')], rankCount: 2 }),
          ask('nps', 'scale-0-10'),
          ask('nps_ord', 'scale-0-10', { options: [option(0, 'Dårlig'), option(10, 'Bra')] }),
        ],
      },
      {
        name: 'barna',
        title: both('Barn', 'Barn'),
        relevant: null,
        questions: [
          ask('barn', 'repeat', { repeatCount: '3' }),
          ask('fornavn', 'open', { parent: 0, isPerPerson: true }),
          ask('skole', 'repeat', { parent: 0 }),
          ask('skolen', 'open', { parent: 2, lead: both('Skolen', 'Skolan') }),
          ask('takk', 'note', { lead: both('Til slutt', 'Till sist') }),
          ask('sum', 'calculated', { calculation: '${alder} + 1', wording: {} }),
        ],
      },
    ],
    scales: [enig],
    extras: {},
  };
}

/** What comes back of a questionnaire that leaves as a form; its extras are what the form itself adds. */
function back(spec: QuestionnaireSpec): QuestionnaireSpec {
  const form = readForm(writeForm(spec, words), { name: 'x', words, fallback: 'en' });
  expect(form.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return { ...form.spec, extras: {} };
}

describe('a questionnaire made here leaves as an XLSForm and comes back [F17]', () => {
  it('has one of everything in it and comes back equal', () => {
    const spec = QuestionnaireSpec.parse(everything());
    expect(back(spec)).toEqual(spec);
  });

  it('comes back equal again, with what the form added', () => {
    const first = readForm(writeForm(everything(), words), { name: 'x', words, fallback: 'en' });
    const second = readForm(writeForm(first.spec, words), { name: 'y', words, fallback: 'en' });
    expect(second.spec).toEqual(first.spec);
  });

  it('writes for other programs what they understand', () => {
    const [survey, choices, settings] = writeForm(everything(), words).sheets;
    const header = survey?.rows[0]?.cells ?? [];
    const rowOf = (name: string): Record<string, unknown> => {
      const row = survey?.rows.find(({ cells }) => cells[1] === name);
      return Object.fromEntries(header.map((key, index) => [String(key), row?.cells[index] ?? null]));
    };
    expect(rowOf('alder')).toMatchObject({
      type: 'integer',
      constraint: '. >= 18 and . <= 99',
      'app::unit::Norsk bokmål (nb)': 'år',
      'app::missing': 'P',
    });
    expect(rowOf('pris')).toMatchObject({
      type: 'decimal',
      constraint: '(. >= 0) and (. < 1000)',
      'constraint_message::Norsk bokmål (nb)': 'For mye',
      'app::soft_constraint': '. < 500',
    });
    expect(rowOf('ip')).toMatchObject({ type: 'select_one yes_no', 'app::type': 'yes-no' });
    expect(rowOf('nps')).toMatchObject({ type: 'range', parameters: 'start=0 end=10 step=1' });
    expect(rowOf('begynte')).toMatchObject({ type: 'date', appearance: 'month-year' });
    expect(rowOf('lead_tid')).toMatchObject({
      type: 'begin group',
      appearance: 'table-list',
      'label::Norsk bokmål (nb)': 'Hvor enig er du?',
    });
    expect(rowOf('en_annet')).toMatchObject({ type: 'text', relevant: "selected(${en}, 'annet')", 'app::specify_of': 'en' });
    expect(choices?.rows.filter(({ cells }) => cells[0] === 'yes_no').map(({ cells }) => cells.slice(1, 4))).toEqual([
      ['1', 'Ja', 'Ja'],
      ['2', 'Nei', 'Nej'],
    ]);
    expect(settings?.rows.map(({ cells }) => cells)).toEqual([
      ['form_title', 'form_id', 'default_language'],
      ['Undersøkelse i Fjordvik', 'undersokelse_i_fjordvik', 'Norsk bokmål (nb)'],
    ]);
  });

  it('says that a constraint changed in another program counts instead of ours', () => {
    const form = writeForm(everything(), words);
    const [survey] = form.sheets;
    const at = survey?.rows[0]?.cells.indexOf('constraint') ?? -1;
    const rows = (survey?.rows ?? []).map((row) => (row.cells[1] === 'pris' ? { ...row, cells: row.cells.with(at, '. < 7') } : row));
    const read = readForm({ sheets: [{ name: 'survey', rows }, ...form.sheets.slice(1)] }, { name: 'x', words, fallback: 'nb' });
    expect(read.problems.map(({ code }) => code)).toContain('constraint-changed');
    expect(read.spec.sections[0]?.questions.find(({ name }) => name === 'pris')).toMatchObject({
      minimum: null,
      checks: [{ severity: 'hard', expression: '. < 7' }, { severity: 'soft' }, { severity: 'soft' }],
    });
  });

  it('an edited import keeps what the file held: columns, groups, metadata, other sheets', () => {
    const sheets = [
      {
        name: 'survey',
        rows: [
          ['type', 'name', 'label', 'internt'],
          ['start', 'start'],
          ['begin group', 'g', 'Gruppe', 'x'],
          ['text', 'a', 'A', 'y'],
          ['text', 'b', 'B'],
          ['end group'],
          ['end', 'end'],
        ].map((cells, index) => ({ row: index + 1, cells })),
      },
      { name: 'logg', rows: [{ row: 1, cells: ['endret', 3] }] },
    ];
    const { spec } = readForm({ sheets }, { name: 'x', words, fallback: 'nb' });
    const [section] = spec.sections;
    if (section === undefined) throw new Error('a section was read');
    const edited: QuestionnaireSpec = {
      ...spec,
      languages: ['nb', 'sv'],
      sections: [{ ...section, questions: [ask('ny', 'number'), ...section.questions.slice(0, 1)] }],
    };
    const written = writeForm(edited, words);
    expect(written.sheets.map(({ name }) => name)).toEqual(['survey', 'logg', 'settings']);
    expect(written.sheets[0]?.rows.map(({ cells }) => cells)).toEqual([
      ['type', 'name', 'label', 'internt', 'label::Svenska (sv)'],
      ['start', 'start', null, null, null],
      ['begin group', 'g', 'Gruppe', 'x', null],
      ['decimal', 'ny', 'Spørsmål ny', null, 'Fråga ny'],
      ['text', 'a', 'A', 'y', null],
      ['end group', null, null, null, null],
      ['end', 'end', null, null, null],
    ]);
  });

  const expression = fc.constantFrom('${a} = 1', '. > 2 and . < 7', "selected(${b}, 'x)')", "${c} != '('", 'true()');
  const text = fc.option(
    fc.record({ nb: fc.constantFrom('Hei', 'Å & <b>', '=1+1'), sv: fc.constantFrom('Hej', 'Ä') }, { requiredKeys: ['nb'] }),
    { nil: null },
  );
  const rules = fc.record(
    {
      relevant: fc.option(expression, { nil: null }),
      lead: text,
      hint: text,
      instruction: text,
      label: text,
      unit: text,
      reasons: fc.subarray([...missingReasons]),
      isIdentifier: fc.boolean(),
      isBackground: fc.boolean(),
      isPerPerson: fc.boolean(),
      minimum: fc.option(fc.integer({ min: -5, max: 5 }), { nil: null }),
      maximum: fc.option(fc.double({ min: 6, max: 1e9, noNaN: true }), { nil: null }),
      checks: fc
        .array(
          fc.record({
            severity: fc.constantFrom('hard' as const, 'soft' as const),
            expression,
            message: text.map((message) => message ?? {}),
          }),
          { maxLength: 4 },
        )
        .map((checks) => checks.toSorted((a, b) => Number(a.severity === 'soft') - Number(b.severity === 'soft'))),
    },
    { requiredKeys: [] },
  );

  it('gives each name once, whatever questions are called: groups, leads and the words beside "other" make way', () => {
    const spec: QuestionnaireSpec = {
      ...everything(),
      scales: [],
      sections: [
        {
          name: null,
          title: {},
          relevant: null,
          questions: [ask('section_2', 'open'), ask('a', 'open', { lead: both('Om', 'Om') }), ask('lead_a', 'open')],
        },
        {
          name: null,
          title: both('Del', 'Del'),
          relevant: null,
          questions: [
            ask('b', 'one', {
              options: [option(1, 'Annet', { name: 'x_y', asksWhat: true }), option(2, 'Andre', { name: 'x y', asksWhat: true })],
            }),
            ask('b_x_y', 'open'),
          ],
        },
        { name: 'section_4', title: both('Del', 'Del'), relevant: null, questions: [ask('c', 'open')] },
        { name: null, title: both('Del', 'Del'), relevant: null, questions: [ask('d', 'open')] },
      ],
    };
    expect(back(spec)).toEqual(spec);
  });

  it('writes a group whose questions were moved apart in parts with names of their own', () => {
    const rows = [
      ['type', 'name', 'label'],
      ['begin group', 'del', 'Del'],
      ['begin group', 'g', 'Gruppe'],
      ['text', 'a', 'A'],
      ['text', 'b', 'B'],
      ['end group'],
      ['text', 'c', 'C'],
      ['end group'],
    ].map((cells, index) => ({ row: index + 1, cells }));
    const { spec } = readForm({ sheets: [{ name: 'survey', rows }] }, { name: 'x', words, fallback: 'nb' });
    const [section] = spec.sections;
    const [a, b, c] = section?.questions ?? [];
    if (section === undefined || a === undefined || b === undefined || c === undefined) throw new Error('a section was read');
    const written = writeForm({ ...spec, sections: [{ ...section, questions: [a, c, b] }] }, words);
    const again = readForm(written, { name: 'x', words, fallback: 'nb' });
    expect(again.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(again.spec.sections[0]?.questions.map(({ name, lead }) => [name, lead])).toEqual([
      ['a', { nb: 'Gruppe' }],
      ['c', null],
      ['b', { nb: 'Gruppe' }],
    ]);
  });

  it('holds for any rules on numbers, in any sections and leads', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(rules, { maxLength: 5 }), { minLength: 1, maxLength: 4 }),
        fc.array(fc.boolean()),
        (sections, named) => {
          let count = 0;
          const spec: QuestionnaireSpec = {
            ...everything(),
            scales: [],
            sections: sections.map((questions, index) => ({
              name: named[index] === true ? `del_${index}` : null,
              title: named[index] === true ? both('Del', 'Del') : {},
              relevant: null,
              questions: questions.map((one) => ask(`n_${(count += 1)}`, 'number', one)),
            })),
          };
          expect(back(spec)).toEqual(spec);
        },
      ),
      { numRuns: 300 },
    );
  });
});
