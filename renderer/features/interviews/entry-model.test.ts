import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { InterviewDetail } from '../../../shared/contract/interviews.ts';
import type { AnswerRecord, AnswerValue } from '../../../shared/model/answer.ts';
import { InterviewId, ProjectId, QuestionId, QuestionnaireId, VersionId } from '../../../shared/model/ids.ts';
import type { Question, QuestionnaireVersion } from '../../../shared/model/questionnaire.ts';
import { askedWith, blockerOf, buildModel, neighbour, neighbourSection, nextOpen, sectionProgress, toggleCode } from './entry-model.ts';

function uuid(number: number): string {
  return `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

const id = (number: number): QuestionId => QuestionId.parse(uuid(number));

function question(number: number, part: Partial<Question> = {}): Question {
  return {
    id: id(number),
    name: `v${number}`,
    number: String(number),
    type: 'one',
    wording: { nb: `Spørsmål ${number}` },
    lead: null,
    instruction: null,
    unit: null,
    scaleId: null,
    options: [1, 2].map((code) => ({ code, label: { nb: `Svar ${code}` }, isExclusive: false, asksWhat: false })),
    reasons: ['dont-know'],
    relevant: null,
    minimum: null,
    maximum: null,
    rankCount: null,
    isRequired: false,
    isIdentifier: false,
    checks: [],
    ...part,
  };
}

/** Two sections: 1, 2 (asked if 1 is 1), 3 and 4, 5. */
const version: QuestionnaireVersion = {
  id: VersionId.parse(uuid(100)),
  questionnaireId: QuestionnaireId.parse(uuid(101)),
  name: 'Skjema',
  number: 1,
  status: 'in-use',
  languages: ['nb'],
  sections: [
    { id: 'a', title: { nb: 'Først' }, questions: [question(1), question(2, { relevant: '${q1} = 1' }), question(3)] },
    { id: 'b', title: { nb: 'Så' }, questions: [question(4), question(5)] },
  ],
};

function model(answers: Readonly<Record<number, AnswerValue>>, overlay: ReadonlyMap<QuestionId, AnswerValue | null> = new Map()) {
  const records = Object.entries(answers).map(([number, value]): AnswerRecord => ({
    questionId: id(Number(number)),
    value,
    state: null,
    confirmReason: null,
    specify: '',
    remark: '',
  }));
  const interview: InterviewDetail = {
    id: InterviewId.parse(uuid(200)),
    projectId: ProjectId.parse(uuid(201)),
    versionId: version.id,
    code: 'R017',
    kind: 'person',
    mode: 'phone',
    language: 'nb',
    status: 'started',
    isWithdrawn: false,
    wave: '',
    place: '',
    service: '',
    interviewer: '',
    heldOn: null,
    startedAt: '2025-03-19T13:05:00.000Z',
    completedAt: null,
    consents: [],
    remark: '',
    answers: records,
    currentQuestionId: null,
  };
  return buildModel(interview, version, overlay);
}

const code = (value: number): AnswerValue => ({ kind: 'code', code: value });

describe('moving', () => {
  test('passes over what is not asked, and a new answer counts before the file has it', () => {
    expect(neighbour(model({ 1: code(2) }), id(1), 1)).toBe(id(3));
    expect(neighbour(model({ 1: code(2) }, new Map([[id(1), code(1)]])), id(1), 1)).toBe(id(2));
    expect(neighbour(model({}), id(1), 1, askedWith(model({}), id(1), code(1)))).toBe(id(2));
  });

  test('ends at the first question and at the last page, and comes back from it', () => {
    expect(neighbour(model({}), id(1), -1)).toBeNull();
    expect(neighbour(model({}), id(5), 1)).toBeNull();
    expect(neighbour(model({}), null, -1)).toBe(id(5));
  });

  test('sections: back goes to this section’s beginning first', () => {
    expect(neighbourSection(model({}), id(1), 1)).toBe(id(4));
    expect(neighbourSection(model({}), id(5), -1)).toBe(id(4));
    expect(neighbourSection(model({}), id(4), -1)).toBe(id(1));
    expect(neighbourSection(model({}), id(4), 1)).toBeNull();
  });

  test('the next open question is unanswered and asked', () => {
    const answered = model({ 1: code(2), 3: { kind: 'missing', reason: 'dont-know' } });
    expect(nextOpen(answered, id(1), 1)).toBe(id(4));
    expect(nextOpen(answered, id(4), -1)).toBeNull();
  });
});

test('counts of a section leave out what is not asked, and tell why it is not', () => {
  const hidden = model({ 1: code(2) });
  expect(sectionProgress(hidden, version.sections[0]?.questions ?? [])).toEqual({ done: 1, of: 2 });
  expect(blockerOf(hidden, id(2))?.number).toBe('1');
});

describe('several answers [F8]', () => {
  const several = question(15, {
    type: 'several',
    options: [1, 2, 3, 9].map((one) => ({ code: one, label: {}, isExclusive: one === 9, asksWhat: false })),
  });

  test('an exclusive answer clears the others, and another answer clears it', () => {
    expect(toggleCode(several, [1, 3], 9)).toEqual({ codes: [9], cleared: [1, 3] });
    expect(toggleCode(several, [9], 2)).toEqual({ codes: [2], cleared: [9] });
  });

  test('the same code twice changes nothing, and an exclusive answer never stands with another', () => {
    const codes = fc.array(fc.constantFrom(1, 2, 3, 9), { maxLength: 12 });
    fc.assert(
      fc.property(codes, fc.constantFrom(1, 2, 3), (typed, again) => {
        const chosen = typed.reduce<readonly number[]>((all, next) => toggleCode(several, all, next).codes, []);
        expect(chosen.includes(9) && chosen.length > 1).toBe(false);
        if (!chosen.includes(9)) expect(toggleCode(several, toggleCode(several, chosen, again).codes, again).codes).toEqual(chosen);
      }),
    );
  });

  test('a ranking keeps the order in which it was typed', () => {
    const rank = question(16, { type: 'rank', rankCount: 3 });
    expect(toggleCode(rank, [2], 1).codes).toEqual([2, 1]);
    expect(toggleCode(rank, [2, 1], 2).codes).toEqual([1]);
  });
});
