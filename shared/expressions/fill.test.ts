import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../model/answer.ts';
import type { Question } from '../model/questionnaire.ts';
import { localised, type Language } from '../model/text.ts';
import type { AnswerSpeech } from './answer-words.ts';
import { filledQuestion, mentionedValues, type AnswersToFill } from './fill.ts';
import { compileForm, judgeForm } from './form.ts';
import { answersOf, code, codes, day, dontKnow, id, number, option, question, text, turn, version, type Surroundings } from './testing.ts';
import { filledText, namesInTexts, piecesOf } from './text-pieces.ts';

function speech(language: Language): AnswerSpeech {
  return {
    language,
    optionWords: (of, wanted) => localised(of.options.find((one) => one.code === wanted)?.label ?? {}, language),
    nameOf: () => 'Torvet helsesenter',
  };
}

function answersIn(
  questions: readonly Question[],
  given: Readonly<Record<string, AnswerValue | null>>,
  more: Surroundings = {},
): AnswersToFill {
  const answers = answersOf(given, more);
  const state = judgeForm(compileForm(version(questions)), answers);
  return { state, valueOf: ({ questionId, instance }) => answers.valueOf(questionId, instance) };
}

/** The wording of a question that is asked after others, at a place. */
function said(
  wording: string,
  before: readonly Question[],
  given: Readonly<Record<string, AnswerValue | null>>,
  { language = 'nb', instance = 0, ...more }: Surroundings & { readonly instance?: number; readonly part?: Partial<Question> } = {},
): string {
  const { part = {}, ...around } = more;
  const asked = question(9, { wording: { nb: wording }, ...part });
  const answers = answersIn([...before, asked], given, { language, ...around });
  return localised(filledQuestion(asked, instance, answers, speech(language)).wording, language);
}

describe('[F16] answers filled into texts', () => {
  const place = question(1, { name: 'tjeneste', options: [option(1, { label: { nb: 'fastlegen', sv: 'husläkaren' } }), option(2)] });

  it('are the label of the option in the language shown', () => {
    expect(said('Hvor fornøyd er du med ${tjeneste}?', [place], { 1: code(1) })).toBe('Hvor fornøyd er du med fastlegen?');
    expect(said('Hvor fornøyd er du med ${tjeneste}?', [place], { 1: code(1) }, { language: 'sv' })).toBe(
      'Hvor fornøyd er du med husläkaren?',
    );
  });

  it('may be called by number, with blanks inside the braces', () => {
    expect(said('Om ${ q1 }', [place], { 1: code(2) })).toBe('Om Svar 2');
  });

  it('are several joined by commas, in the order given', () => {
    const several = question(1, { type: 'rank', options: [option(1), option(2), option(3)] });
    expect(said('${v1}.', [several], { 1: codes(3, 1) })).toBe('Svar 3, Svar 1.');
  });

  it('are numbers and dates as the language writes them, without the unit', () => {
    const weeks = question(1, { type: 'number', unit: { nb: 'uker' } });
    const on = question(2, { type: 'date' });
    const given = { 1: number(12.5), 2: day('2025-03-19') };
    expect(said('${v1} uker, ${v2}', [weeks, on], given)).toBe('12,5 uker, 19. mars 2025');
    expect(said('${v1}, ${v2}', [weeks, on], given, { language: 'en' })).toBe('12.5, 19 March 2025');
    expect(said('${v1}', [weeks], { 1: number(0) })).toBe('0');
    const spring: AnswerValue = { kind: 'date', said: 'vår 2023', sortOn: '2023-04-15', precision: 'season' };
    expect(said('${v2}', [weeks, on], { 2: spring })).toBe('vår 2023');
    expect(said('${v2}', [weeks, on], { 2: { ...spring, precision: 'month' } })).toBe('april 2023');
    expect(said('${v2}', [weeks, on], { 2: { ...spring, sortOn: '2023-04-15T09:05', precision: 'minute' } })).toBe('15. april 2023 09.05');
    expect(said('${v2}', [weeks, on], { 2: { ...spring, sortOn: '09:05', precision: 'minute' } })).toBe('vår 2023');
  });

  it('are what was calculated', () => {
    const sum = question(2, { type: 'calculated', calculation: '${v1} * 2' });
    expect(said('${v2}', [question(1, { type: 'number' }), sum], { 1: number(4) })).toBe('8');
    const months = question(2, { type: 'calculated', calculation: '${v1} div 4.3' });
    expect(said('${v2}', [question(1, { type: 'number' }), months], { 1: number(60) })).toBe('13,95');
  });

  it('are open words as entered, in one line, and the beginning of very long ones', () => {
    const open = question(1, { type: 'open' });
    expect(said('«${v1}»', [open], { 1: text('Jeg  ventet\nlenge ${v1}') })).toBe('«Jeg ventet lenge ${v1}»');
    const long = said('${v1}', [open], { 1: text('ord '.repeat(100_000)) });
    expect(long).toHaveLength(120);
    expect(long.endsWith('…')).toBe(true);
  });

  it.each([
    ['unanswered', null],
    ['a reason for no answer', dontKnow],
    ['what cannot be an answer', { kind: 'draft', typed: 'x' }],
    ['words left empty', text(' ')],
  ] as const)('are a blank for %s', (_, value) => {
    expect(said('Om ${v1}?', [question(1, { type: 'open' })], { 1: value })).toBe('Om …?');
  });

  it('are a blank for names that nobody has, for answers set aside, and for those a hard check refuses [F1] [F3]', () => {
    expect(said('Om ${ukjent}?', [], {})).toBe('Om …?');
    const hidden = [question(1, { type: 'number' }), question(2, { type: 'open', relevant: '${v1} > 3' })];
    expect(said('${v2}', hidden, { 1: number(1), 2: text('Ada') })).toBe('…');
    expect(said('${v2}', hidden, { 1: number(5), 2: text('Ada') })).toBe('Ada');
    expect(said('${v1}', [question(1, { type: 'number', maximum: 10 })], { 1: number(11) })).toBe('…');
  });

  it('are filled into labels of options too, one answer inside another, never in a circle', () => {
    const name = question(1, { type: 'open' });
    const who = question(2, { options: [option(1, { label: { nb: 'Barnet ${v1}' } }), option(2, { label: { nb: 'Meg ${v2}' } })] });
    expect(said('Om ${v2}?', [name, who], { 1: text('Ada'), 2: code(1) })).toBe('Om Barnet Ada?');
    expect(said('Om ${v2}?', [name, who], { 2: code(2) })).toBe('Om Meg Meg …?');
  });

  it('are filled into every text of a question [F12]', () => {
    const own = question(9, {
      wording: { nb: 'a ${v1}' },
      lead: { nb: 'b ${v1}' },
      hint: { nb: 'c ${v1}' },
      instruction: { nb: 'd ${v1}' },
      options: [option(1, { label: { nb: 'e ${v1}' } }), option(2)],
      checks: [{ severity: 'soft', expression: '. = 1', message: { nb: 'f ${v1}' } }],
    });
    const name = question(1, { type: 'open' });
    const shown = filledQuestion(own, 0, answersIn([name, own], { 1: text('Ada') }), speech('nb'));
    const texts = [shown.wording, shown.lead, shown.hint, shown.instruction, shown.options[0]?.label, shown.checks[0]?.message];
    expect(texts.map((one) => one?.nb)).toEqual(['a Ada', 'b Ada', 'c Ada', 'd Ada', 'e Ada', 'f Ada']);
  });

  it('leave a question that mentions nothing as it is', () => {
    expect(filledQuestion(place, 0, answersIn([place], {}), speech('nb'))).toBe(place);
  });

  describe('[F6] in rounds', () => {
    const visit = question(1, { type: 'repeat', wording: { nb: 'Besøk hos ${v2}' } });
    const who = question(2, { type: 'open', parentId: id(1) });
    const form = [question(3, { type: 'open' }), visit, who];
    const turns = [turn(1, 11, 1), turn(1, 12, 2)];
    const given = { 3: text('Vika'), '2/11': text('Ada'), '2/12': text('Bo') };

    it('are of the same round, and of outside', () => {
      const part = { parentId: id(1) };
      expect(said('${v2} i ${v3}', form, given, { turns, part, instance: 11 })).toBe('Ada i Vika');
      expect(said('${v2} i ${v3}', form, given, { turns, part, instance: 12 })).toBe('Bo i Vika');
    });

    it('are a blank from outside when there are several rounds, and the one there is', () => {
      expect(said('${v2}', form, given, { turns })).toBe('…');
      expect(said('${v2}', form, given, { turns: turns.slice(0, 1) })).toBe('Ada');
    });

    it('stand in the heading of their own round', () => {
      const heading = filledQuestion(visit, 12, answersIn(form, given, { turns }), speech('nb'));
      expect(heading.wording.nb).toBe('Besøk hos Bo');
    });
  });

  it('of persons are the same person’s', () => {
    const name = question(1, { type: 'open', isPerPerson: true });
    const turns = [turn(null, 11, 1), turn(null, 12, 2)];
    const given = { '1/11': text('Ada'), '1/12': text('Bo') };
    expect(said('${v1}', [name], given, { turns, part: { isPerPerson: true }, instance: 12 })).toBe('Bo');
  });

  it('count as changed when the answer is another', () => {
    const own = question(9, { wording: { nb: 'Om ${v1}' } });
    const form = [question(1, { type: 'open' }), own];
    const valuesWith = (value: AnswerValue | null) =>
      mentionedValues(namesInTexts(own), { questionId: own.id, instance: 0 }, answersIn(form, { 1: value }));
    expect(valuesWith(text('Ada'))).toEqual([text('Ada')]);
    expect(valuesWith(null)).toEqual([null]);
  });
});

describe('[F16] references in texts', () => {
  it('are cut as expressions know them; what only looks like one is words', () => {
    expect(piecesOf('Du er ${ alder } år')).toEqual([
      { kind: 'words', text: 'Du er ' },
      { kind: 'answer', name: 'alder', at: 6 },
      { kind: 'words', text: ' år' },
    ]);
    for (const words of ['', '${', '${}', '${a b}', '${1}', '$ {a}', '${a', '${${']) expect(filledText(words, () => 'x')).toBe(words);
    expect(filledText('${${a}}', () => 'x')).toBe('${x}');
    expect(filledText('${a}${a}', () => '$&')).toBe('$&$&');
  });

  it('are found in every language, each name once', () => {
    expect(namesInTexts(question(1, { wording: { nb: '${a} ${a}', sv: '${b}' } }))).toEqual(['a', 'b']);
  });

  it('keep every word, whatever is written', () => {
    const part = fc.constantFrom('${', '}', 'a', ' ', '$', '{', '${a}', 'å', '🙂', '\ud83d');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const whole = parts.join('');
        const back = piecesOf(whole).map((piece) => (piece.kind === 'words' ? piece.text : `\${${piece.name}}`));
        expect(back.join('')).toBe(whole.replaceAll(/\$\{\s*(a+)\s*\}/gu, '${$1}'));
      }),
    );
  });

  it.each([
    ['unclosed', '${'.repeat(200_000)],
    ['unclosed with a name', '${a'.repeat(150_000)],
    ['one endless name', `\${${'a'.repeat(400_000)}`],
    ['endless blanks', `\${a${' '.repeat(400_000)}`],
    ['thousands', '${a} '.repeat(80_000)],
  ])('are read in one go: %s', (_, whole) => {
    const began = performance.now();
    expect(filledText(whole, () => 'x').length).toBeGreaterThan(100_000);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
