import { describe, expect, test } from 'vitest';
import type { Question } from '../model/questionnaire.ts';
import { formProblems } from './form.ts';
import { id, option, question, section, version } from './testing.ts';

/** What is found: severity, question, field, reason, and the text at fault. */
function found(questions: readonly Question[]): string[] {
  return formProblems(version(questions)).map(({ severity, questionId, field, index, message, params, at }) => {
    const number = questionId === null ? 'section' : Number(questionId.slice(-12));
    return `${severity} ${number} ${field}${index ?? ''} ${message.replace('expressions.problem.', '')} ${params['part']}@${at}`;
  });
}

const numbers = (n: number, part: Partial<Question> = {}): Question => question(n, { type: 'number', ...part });
const calculated = (n: number, calculation: string, part: Partial<Question> = {}): Question =>
  question(n, { type: 'calculated', calculation, ...part });

describe('what is refused at design time', () => {
  test('nothing in a questionnaire that is right [F1] [F2] [F3]', () => {
    expect(
      found([
        numbers(1, { checks: [{ severity: 'hard', expression: '. >= 0 and ${v1} < 9', message: {} }] }),
        calculated(2, '${q1} + ${q4}'),
        question(3, { relevant: '${q1} > 2', options: [option(1, { name: 'ja' }), option(2)] }),
        numbers(4, { relevant: "${q3} = 'ja' or ${q3} = 2", defaultValue: 'today() - date("2025-01-01")' }),
      ]),
    ).toEqual([]);
  });

  test('what cannot be read, in every field, at its place [F1]', () => {
    expect(
      found([
        question(1, {
          type: 'repeat',
          relevant: '1 +',
          repeatCount: '2 2',
          optionFilter: 'a ==',
          defaultValue: '(1',
          requiredWhen: 'sqrt(1)',
          checks: [
            { severity: 'soft', expression: '1', message: {} },
            { severity: 'hard', expression: "'", message: {} },
          ],
        }),
        calculated(2, '..'),
        numbers(3, { calculation: '..' }),
      ]),
    ).toEqual([
      'error 1 relevant valueMissing @3',
      'error 1 optionFilter valueExpected =@3',
      'error 1 repeatCount operatorExpected 2@2',
      'error 1 defaultValue closeMissing @2',
      'error 1 requiredWhen unknownFunction sqrt@0',
      "error 1 check1 unclosedText '@0",
      'error 2 calculation path ..@0',
    ]);
  });

  test('names that do not exist, the nearest suggested [F1]', () => {
    const problems = formProblems(version([question(1, { name: 'alder' }), question(2, { relevant: '${aldr} > ${zzz}' })]));
    expect(problems.map(({ message, at, params }) => [message, at, params['suggestion']])).toEqual([
      ['expressions.problem.unknownNameNear', 2 - 2, 'alder'],
      ['expressions.problem.unknownName', 10, undefined],
    ]);
  });

  test('questions that wait for each other, calculations in a circle among them [F2]', () => {
    expect(
      found([calculated(1, '${q2}'), calculated(2, '${q3} + 1'), calculated(3, '${q1}'), numbers(4, { relevant: '${q3} = 1' })]),
    ).toEqual(['error 1 calculation cycle q2@0', 'error 2 calculation cycle q3@0', 'error 3 calculation cycle q1@0']);
    const [first] = formProblems(version([numbers(1, { relevant: '${q2} = 1' }), numbers(2, { relevant: '${q1} = 1' })]));
    expect(first).toMatchObject({ message: 'expressions.problem.cycle', params: { question: '1', other: '2', all: '1, 2' } });
  });

  test('a question that waits for itself; its own answer is there for checks only [F1] [F2]', () => {
    expect(
      found([calculated(1, '${q1} + 1'), numbers(2, { relevant: '. > 1', requiredWhen: '${v2} = 1' }), numbers(3, { defaultValue: '.' })]),
    ).toEqual([
      'error 1 calculation selfCycle q1@0',
      'error 2 relevant ownAnswer .@0',
      'error 2 requiredWhen selfCycle v2@0',
      'error 3 defaultValue ownAnswer .@0',
    ]);
  });

  test('later answers, except in calculations, and through calculations that are ready before [F1] [F2]', () => {
    expect(
      found([
        numbers(1, { relevant: '${q3} = 1', requiredWhen: '${q5} = 1' }),
        numbers(2, { checks: [{ severity: 'soft', expression: '. < ${q3}', message: {} }], relevant: '${q4} = 1' }),
        numbers(3),
        calculated(4, '${q1} * 2'),
        calculated(5, '${q4} + ${q3}'),
      ]),
    ).toEqual(['error 1 relevant later q3@0', 'error 1 requiredWhen later q5@0', 'error 2 check0 later q3@4']);
  });

  test('a section that waits for what is asked in it or after it [F1]', () => {
    const problems = formProblems({
      sections: [section([numbers(1)], '${q1} = 1'), section([numbers(2)], '${q1} = 1 and ${q3} = 1'), section([numbers(3)])],
    });
    expect(problems.map(({ questionId, sectionId, message, at }) => [questionId, sectionId, message.slice(20), at])).toEqual([
      [null, 'section 1', 'cycle', 0],
      [null, 'section 2', 'later', 14],
    ]);
  });

  test('repeats: their own name as a value, positions outside them, rounds of what is not in them [F6]', () => {
    expect(
      found([
        question(1, { type: 'repeat', name: 'r', repeatCount: '2' }),
        numbers(2, {
          parentId: id(1),
          relevant: 'position(../..) = 1',
          checks: [{ severity: 'hard', expression: '. > indexed-repeat(${v2}, ${r}, position(..) - 1)', message: {} }],
        }),
        numbers(3, { relevant: '${r} = 1', requiredWhen: 'count(${r}) > sum(${v2})', defaultValue: '${v2}' }),
        calculated(4, 'indexed-repeat(${v3}, ${r}, 1) + indexed-repeat(${v2}, ${v3}, 1)'),
        question(5, { type: 'note' }),
        numbers(6, { relevant: "${v5} = ''" }),
        question(7, { type: 'repeat', name: 's', repeatCount: '${v8}' }),
        numbers(8, { parentId: id(7), defaultValue: 'indexed-repeat(${v9}, ${s}, position(..) - 1)' }),
        numbers(9, { parentId: id(7) }),
      ]),
    ).toEqual([
      'error 2 relevant noRepeat ..@9',
      'error 3 relevant repeatValue r@0',
      'warning 3 defaultValue firstOnly v2@0',
      'error 4 calculation notInRepeat v3@15',
      'error 4 calculation notRepeat v3@55',
      'warning 6 relevant noAnswer v5@0',
      'error 7 repeatCount later v8@0',
    ]);
  });

  test('columns that the options do not have, and labels of what has no options [F13]', () => {
    expect(
      found([
        numbers(1),
        question(2, {
          options: [option(1, { filterValues: { county: '1' } })],
          optionFilter: "county = ${q1} and contry = 1 or label = 'x' and name = 1",
        }),
        calculated(3, "jr:choice-name(${q2}, '${q2}')"),
        calculated(4, "jr:choice-name(${q1}, '${q1}')"),
      ]),
    ).toEqual(['error 2 optionFilter unknownColumn contry@19', 'error 4 calculation choiceNameQuestion q1@22']);
  });
});

describe('what was hardly meant', () => {
  const options = [option(1, { name: 'ja' }), option(2, { name: 'nei' })];
  const form = (relevant: string): Question[] => [
    question(1, { options }),
    question(2, { type: 'several', options }),
    numbers(3),
    question(4, { type: 'date' }),
    question(5, { type: 'open' }),
    calculated(6, 'today() - ${q4}'),
    calculated(7, 'max(${q4}, today())'),
    question(8, { type: 'scale-0-10' }),
    calculated(9, 'if(${q3} > 1, ${q1}, ${q1})'),
    question(10, { relevant }),
  ];

  test.each([
    ["${q1} = 'jaa'", "unknownOptionNear 'jaa'@8"],
    ['${q1} = 3', 'unknownOption 3@8'],
    ["'kanskje' != ${q1}", "unknownOption 'kanskje'@0"],
    ["selected(${q2}, 'nja')", "unknownOptionNear 'nja'@16"],
    ['${q9} = 3', 'unknownOption 3@8'],
    ['${q8} = 11', 'unknownOption 11@8'],
    ["${q2} = 'ja'", 'setCompared ${q2}@0'],
    ["selected(${q3}, '1')", 'selectedOnOther ${q3}@9'],
    ["${q4} > 'i går'", "dateWithText 'i går'@8"],
    ['${q4} = 2025', 'dateWithNumber 2025@8'],
    ['${q7} > ${q3}', 'dateWithNumber ${q3}@8'],
    ['${q5} + 1', 'textAsNumber ${q5}@0'],
    ['${q1} * 2', 'textAsNumber ${q1}@0'],
    ['${q5} > 5', 'textAsNumber ${q5}@0'],
    ['${q1} > 1', 'orderOfText ${q1}@0'],
    ["${q5} < 'b'", 'orderOfText ${q5}@0'],
    ["date('15.06.2025') < today()", "notADate '15.06.2025'@5"],
    ["regex(${q5}, '(?=a)b')", 'pattern (?=a)b@14'],
    ["regex(${q5}, 'ab((')", 'pattern @18'],
    ["regex(${q5}, '(a{999}){999}')", 'patternCostly (a{999}){999}@14'],
  ])('%s is told: %s', (relevant, wanted) => {
    expect(found(form(relevant)).map((line) => line.replace(/^\w+ 10 relevant /u, ''))).toEqual([wanted]);
  });

  test.each([
    "${q1} = 'ja' and ${q1} != ''",
    "selected(${q2}, 'nei') and selected(${q1}, 'ja')",
    "${q4} > '2025-01-01' and ${q4} < today() - 7",
    '${q6} > 30 and ${q8} >= 6 and ${q8} + 1 > 2',
    "${q2} = ''",
    "string-length(${q5}) > 3 and ${q5} = '5'",
    "number(${q5}) > 5 and regex(${q5}, '(a+)+')",
    "format-date(${q4}, '%Y') = '2025'",
    'count-selected(${q2}) > 1',
  ])('%s is fine', (relevant) => {
    expect(found(form(relevant))).toEqual([]);
  });

  test('the options are listed', () => {
    const [problem] = formProblems(version(form("${q1} = 'jaa'")));
    expect(problem).toMatchObject({ severity: 'warning', params: { options: 'ja, nei', suggestion: 'ja', position: 9 }, at: 8, end: 13 });
  });
});
