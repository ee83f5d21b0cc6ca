import { describe, expect, test } from 'vitest';
import { questionsOf, type QuestionnaireVersion } from '../../../../shared/model/questionnaire.ts';
import { applyChange } from './apply-change.ts';
import { questionWith, versionWith } from './sample-version.ts';

const [one, two, three, inRepeat, four] = [
  questionWith(1),
  questionWith(2),
  questionWith(3, { type: 'repeat' }),
  questionWith(4, { number: '3.1', parentId: questionWith(3).id }),
  questionWith(5, { number: '4' }),
];
const version = versionWith([one, two, three, inRepeat], [four]);
const order = (of: QuestionnaireVersion): string =>
  of.sections.map((section) => section.questions.map((q) => q.name).join(' ')).join(' | ');

describe('a change painted before the file has it', () => {
  test('a question goes below another, and its number with it', () => {
    const place = { sectionId: 'a', afterId: two.id, parentId: null };
    const painted = applyChange(version, { kind: 'move', id: one.id, place });
    expect(order(painted)).toBe('v2 v1 v3 v4 | v5');
    expect(questionsOf(painted).map((question) => question.number)).toEqual(['1', '2', '3', '3.1', '4']);
  });

  test('a repeat moves with what is asked in it', () => {
    expect(order(applyChange(version, { kind: 'move', id: three.id, place: { sectionId: 'b', afterId: four.id, parentId: null } }))).toBe(
      'v1 v2 | v5 v3 v4',
    );
  });

  test('below a repeat is below all that is asked in it', () => {
    const place = { sectionId: 'a', afterId: three.id, parentId: null };
    expect(order(applyChange(version, { kind: 'move', id: one.id, place }))).toBe('v2 v3 v4 v1 | v5');
  });

  test('a question can go first into a repeat, but a repeat never into itself', () => {
    const into = { sectionId: 'a', afterId: null, parentId: three.id };
    expect(order(applyChange(version, { kind: 'move', id: one.id, place: into }))).toBe('v2 v3 v1 v4 | v5');
    const itself = { sectionId: 'a', afterId: inRepeat.id, parentId: null };
    expect(applyChange(version, { kind: 'move', id: three.id, place: itself }).sections).toEqual(version.sections);
  });

  test('removing a repeat removes what is asked in it', () => {
    expect(order(applyChange(version, { kind: 'remove', id: three.id }))).toBe('v1 v2 | v5');
  });

  test('a new question stands where it was put, and once only', () => {
    const added = questionWith(9).id;
    const change = {
      kind: 'add',
      id: added,
      place: { sectionId: 'b', afterId: null, parentId: null },
      question: { type: 'yes-no', wording: { nb: 'Ny' } },
    } as const;
    const painted = applyChange(applyChange(version, change), change);
    expect(questionsOf(painted).map((question) => question.number)).toEqual(['1', '2', '3', '3.1', '4', '5']);
    expect(questionsOf(painted)[4]).toMatchObject({ id: added, wording: { nb: 'Ny' }, options: [{ code: 1 }, { code: 2 }] });
  });

  test('only what changes is a new object', () => {
    const painted = applyChange(version, { kind: 'question', id: four.id, changes: { isRequired: true } });
    expect(painted.sections[0]).toBe(version.sections[0]);
    expect(questionsOf(painted)[4]?.isRequired).toBe(true);
  });

  test('the last section stays', () => {
    const single = applyChange(version, { kind: 'removeSection', id: 'a' });
    expect(single.sections.map((section) => section.id)).toEqual(['b']);
    expect(applyChange(single, { kind: 'removeSection', id: 'b' })).toBe(single);
  });
});
