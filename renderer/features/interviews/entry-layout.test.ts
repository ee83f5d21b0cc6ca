import { describe, expect, test } from 'vitest';
import { judgeForm, compileForm } from '../../../shared/expressions/form.ts';
import { option, question } from '../../../shared/expressions/testing.ts';
import type { Turn } from '../../../shared/contract/interviews.ts';
import type { Question } from '../../../shared/model/questionnaire.ts';
import { layOut, spotsOf, type Block } from './entry-layout.ts';
import { aTurn, aVersion, choice } from './entry-testing.ts';

const scale = (number: number, part: Partial<Question> = {}): Question =>
  question(number, {
    type: 'scale',
    scaleId: 'enig',
    lead: { nb: 'Hvor enig?' },
    options: [1, 2, 3, 4, 5].map((code) => option(code)),
    ...part,
  });

function kinds(blocks: readonly Block[]): string[] {
  return blocks.map(
    (block) =>
      `${block.kind} ${spotsOf(block)
        .map(({ question: { number }, instance }) => `${number}/${instance}`)
        .join(' ')}`,
  );
}

function blocksOf(questions: readonly Question[], turns: readonly Turn[] = []): readonly Block[] {
  return layOut(aVersion(questions), turns).sections[0]?.blocks ?? [];
}

describe('the column of a form', () => {
  test('rows of one scale under one lead are one grid; another lead, scale or question in between begins anew [F7]', () => {
    expect(
      kinds(blocksOf([scale(1), scale(2), scale(3, { lead: null }), choice(4), scale(5), scale(6), scale(7, { scaleId: 'ofte' })])),
    ).toEqual(['grid 1/0 2/0', 'question 3/0', 'question 4/0', 'grid 5/0 6/0', 'question 7/0']);
  });

  test('a repeat is its rounds and then the place for one more; rounds lie within rounds [F6]', () => {
    const outer = question(1, { type: 'repeat' });
    const name = choice(2, { parentId: outer.id });
    const inner = question(3, { type: 'repeat', parentId: outer.id });
    const role = choice(4, { parentId: inner.id });
    const turns = [aTurn(1, outer, 1), aTurn(2, outer, 2), aTurn(3, inner, 1, 2)];
    expect(kinds(blocksOf([outer, name, inner, role], turns))).toEqual(['round 2/1 3/1', 'round 2/2 4/3 3/2', 'more 1/0']);
  });

  test('a repeat with a count of its own asks for no more', () => {
    const repeat = question(1, { type: 'repeat', repeatCount: '2' });
    expect(kinds(blocksOf([repeat, choice(2, { parentId: repeat.id })], [aTurn(1, repeat, 1)]))).toEqual(['round 2/1']);
  });

  test('a question for each person is one block with all of them, and one for the group stands alone', () => {
    const turns = [aTurn(2, null, 2), aTurn(1, null, 1)];
    expect(kinds(blocksOf([choice(1, { isPerPerson: true }), choice(2)], turns))).toEqual(['persons 1/1 1/2', 'question 2/0']);
    expect(kinds(blocksOf([choice(1, { isPerPerson: true })]))).toEqual(['question 1/0']);
  });

  test('the places are those that routing judges, in the same order', () => {
    const outer = question(3, { type: 'repeat' });
    const questions = [scale(1), scale(2), outer, choice(4, { parentId: outer.id }), choice(5, { isPerPerson: true }), choice(6)];
    const turns = [aTurn(1, null, 1), aTurn(2, null, 2), aTurn(3, outer, 1), aTurn(4, outer, 2)];
    const state = judgeForm(compileForm(aVersion(questions)), {
      valueOf: () => null,
      turns,
      confirmReasonOf: () => null,
      today: '2025-03-19',
      now: '2025-03-19T13:05:00',
      language: 'nb',
      seed: 1,
    });
    const mine = layOut(aVersion(questions), turns).spots.filter(({ kind }) => kind === 'question');
    expect(mine.map(({ question: { id }, instance }) => `${id} ${instance}`)).toEqual(
      state.places.filter(({ questionId }) => questionId !== outer.id).map(({ questionId, instance }) => `${questionId} ${instance}`),
    );
  });
});
