import { describe, expect, it } from 'vitest';
import { option } from '../../../shared/expressions/testing.ts';
import type { AnswerValue } from '../../../shared/model/answer.ts';
import { filledAt, hasSameTitle, saysTheSame, titleOf } from './entry-filled.ts';
import { openModel, placeOf, withOverlay, withRecords, type EntryModel } from './entry-model.ts';
import { refusalAt } from './entry-acts.ts';
import { change } from './entry-store.ts';
import { aDesk, aModel, anInterview, aRecord, aTurn, aVersion, choice } from './entry-testing.ts';
import { questionSentence } from './question-sentence.ts';

const { desk } = aDesk(aModel([[choice(1)]]));
const say = desk.say();
const speech = { language: 'nb', say, nameOf: (id: string) => (id === '' ? '' : 'Torvet helsesenter') } as const;

const service = choice(1, { options: [option(1, { label: { nb: 'fastlegen', sv: 'husläkaren' } }), option(2)] });
const helped = choice(2, { type: 'yes-no', wording: { nb: 'Fikk du hjelp av ${v1}?', sv: 'Fick du hjälp av ${v1}?' } });
const weeks = choice(3, {
  type: 'number',
  options: [],
  wording: { nb: 'Hvor lenge?' },
  checks: [{ severity: 'hard', expression: '. < 50', message: { nb: 'Ventet du så lenge på ${v1}?' } }],
});
const form = [[service, helped], [weeks]] as const;

function spotAt(model: EntryModel, number: string, instance = 0) {
  const found = model.layout.spots.find((spot) => spot.question.number === number && spot.instance === instance);
  if (found === undefined) throw new Error('no such question');
  return found;
}

function wording(model: EntryModel, number: string, instance = 0): string {
  return filledAt(model, spotAt(model, number, instance), speech).wording.nb ?? '';
}

describe('[F16] answers filled into the words of entry', () => {
  it('stand as they were given a moment ago, before the file has spoken', () => {
    const model = aModel(form, { 1: { kind: 'code', code: 1 } });
    expect(wording(model, '2')).toBe('Fikk du hjelp av fastlegen?');
    expect(wording(withOverlay(model, placeOf(spotAt(model, '1')), { kind: 'code', code: 2 }), '2')).toBe('Fikk du hjelp av Svar 2?');
    expect(wording(withOverlay(model, placeOf(spotAt(model, '1')), null), '2')).toBe('Fikk du hjelp av …?');
  });

  it('are in the language one has switched to, and yes and no in words [F11]', () => {
    const model = aModel([[service, helped, choice(4, { wording: { nb: 'Du sa ${v2}' } })]], {
      1: { kind: 'code', code: 1 },
      2: { kind: 'code', code: 2 },
    });
    expect(filledAt(model, spotAt(model, '2'), { ...speech, language: 'sv' }).wording.sv).toBe('Fick du hjälp av husläkaren?');
    const plain = aModel(
      [
        [
          choice(2, { type: 'yes-no', options: [option(1, { label: {} }), option(2, { label: {} })] }),
          choice(4, { wording: { nb: 'Du sa ${v2}' } }),
        ],
      ],
      {
        2: { kind: 'code', code: 2 },
      },
    );
    expect(wording(plain, '4')).toBe('Du sa Nei');
  });

  it('are what the register calls a place', () => {
    const place = choice(1, { type: 'register', registerKind: 'place', options: [] });
    const model = aModel([[place, helped]], { 1: { kind: 'record', id: '00000000-0000-7000-9000-000000000077' } });
    expect(wording(model, '2')).toBe('Fikk du hjelp av Torvet helsesenter?');
  });

  it('are read aloud and said by checks as they stand on the screen', () => {
    const model = aModel(form, { 1: { kind: 'code', code: 1 }, 3: { kind: 'number', number: 60 } });
    expect(questionSentence(model, spotAt(model, '2'), 'nb', say)).toContain('Fikk du hjelp av fastlegen?');
    const at = aDesk(model);
    change(at.desk, { before: null });
    expect(refusalAt(at.desk, spotAt(model, '3'))).toContain('Ventet du så lenge på fastlegen?');
  });

  it('are of the same round, also in its heading [F6]', () => {
    const visit = choice(4, { type: 'repeat', options: [], wording: { nb: 'Besøk hos ${v5}' } });
    const who = choice(5, { type: 'open', options: [], parentId: visit.id });
    const how = choice(6, { parentId: visit.id, wording: { nb: 'Hvordan var ${v5}?' } });
    const version = aVersion([visit, who, how]);
    const said = (text: string): AnswerValue => ({ kind: 'text', text });
    const turns = [aTurn(1, visit, 1), aTurn(2, visit, 2)];
    const answers = [aRecord(who, said('Ada'), 1), aRecord(who, said('Bo'), 2)];
    const model = openModel(anInterview(version, { turns, answers }), version);
    expect([wording(model, '6', 1), wording(model, '6', 2)]).toEqual(['Hvordan var Ada?', 'Hvordan var Bo?']);
    expect(filledAt(model, { question: visit, instance: 2 }, speech).wording.nb).toBe('Besøk hos Bo');
    const after = withRecords(model, [aRecord(who, said('Cecilie'), 2)]);
    const blocks = model.layout.sections[0]?.blocks ?? [];
    expect(blocks.map((block) => saysTheSame(model, after, [block]))).toEqual([true, false, true]);
  });
});

describe('[F16] rows are drawn anew', () => {
  const model = aModel(form);
  const answered = withOverlay(model, placeOf(spotAt(model, '1')), { kind: 'code', code: 1 });
  const blocksOf = (number: string) =>
    model.layout.sections.flatMap(({ blocks }) => blocks).filter((block) => 'spot' in block && block.spot.question.number === number);

  it('when the answer is another that their words mention, and only then', () => {
    expect(saysTheSame(model, answered, blocksOf('1'))).toBe(true);
    expect(saysTheSame(model, answered, blocksOf('2'))).toBe(false);
    expect(saysTheSame(answered, withOverlay(answered, placeOf(spotAt(model, '2')), { kind: 'code', code: 1 }), blocksOf('2'))).toBe(true);
  });

  it('as titles of sections are', () => {
    const part = { title: { nb: 'Om ${v1}' } };
    expect([model, answered].map((one) => titleOf(one, part, speech))).toEqual(['Om …', 'Om fastlegen']);
    expect(hasSameTitle(model, answered, part)).toBe(false);
    expect(hasSameTitle(model, answered, { title: { nb: 'Om' } })).toBe(true);
  });

  it('never for such a reason in a form that mentions nothing, whose questions stay the very same', () => {
    const plain = aModel([[choice(1), choice(2)]]);
    const later = withOverlay(plain, placeOf(spotAt(plain, '1')), { kind: 'code', code: 1 });
    expect(
      saysTheSame(
        plain,
        later,
        plain.layout.sections.flatMap(({ blocks }) => blocks),
      ),
    ).toBe(true);
    expect(filledAt(later, spotAt(later, '2'), speech)).toBe(spotAt(plain, '2').question);
  });
});

describe('[F25] the second pass', () => {
  it('fills its words from its own answers, whatever the first says', () => {
    const version = aVersion([service, helped]);
    const first = openModel(anInterview(version, { answers: [aRecord(service, { kind: 'code', code: 1 })] }), version);
    const second = openModel(anInterview(version), version);
    expect([wording(first, '2'), wording(second, '2')]).toEqual(['Fikk du hjelp av fastlegen?', 'Fikk du hjelp av …?']);
  });
});
