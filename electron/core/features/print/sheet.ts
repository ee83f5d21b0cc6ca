import type { AnswerSpace, QuestionnaireSheet, SheetBlock, SheetChoices } from '../../../../shared/contract/print.ts';
import { blank, filledText } from '../../../../shared/expressions/text-pieces.ts';
import { numberIn } from '../../../../shared/model/number-in.ts';
import {
  printedCode,
  questionsOf,
  reasonLetters,
  type MissingReason,
  type Question,
  type QuestionnaireVersion,
  type Section,
} from '../../../../shared/model/questionnaire.ts';
import { localised, type LocalisedText } from '../../../../shared/model/text.ts';
import { dayIn, type CoreWords } from '../../words.ts';

/** What making a sheet needs beside the questionnaire. */
export interface SheetInput {
  readonly version: QuestionnaireVersion;
  readonly takenIntoUseAt: string | null;
  readonly choices: SheetChoices;
  readonly say: CoreWords;
  /** An expression in words of the sheet's language. */
  readonly inWords: (expression: string) => string;
}

const reasonWords = {
  'dont-know': 'interviews.reason.dontKnow',
  'prefer-not-to-say': 'interviews.reason.preferNotToSay',
  'not-applicable': 'interviews.reason.notApplicable',
  illegible: 'interviews.reason.illegible',
  skipped: 'interviews.reason.skipped',
} as const satisfies Record<MissingReason, string>;

/** Reasons that a person can give about a question; the others are about the paper or the interview. */
const askedReasons: readonly MissingReason[] = ['dont-know', 'prefer-not-to-say', 'not-applicable'];

/** Lays a version out as it is printed, numbered as on the screen. Pure. */
export function makeSheet(input: SheetInput): QuestionnaireSheet {
  const { version, choices, say, takenIntoUseAt } = input;
  const facts = { number: version.number, day: takenIntoUseAt === null ? '' : dayIn(choices.language, takenIntoUseAt) };
  return {
    title: version.name,
    subtitle: say(takenIntoUseAt === null ? 'print.version.draft' : 'print.version.inUse', facts),
    language: choices.language,
    head: choices.codes ? [say('print.head.code'), say('print.head.date'), say('print.head.interviewer'), say('print.head.place')] : [],
    blocks: version.sections.flatMap((section) => sectionBlocks(input, section)),
  };
}

function sectionBlocks(input: SheetInput, section: Section): SheetBlock[] {
  const title = text(input, section.title);
  const conditions = conditionsOf(input, [section.relevant]);
  const head: SheetBlock[] = title === '' && conditions.length === 0 ? [] : [{ kind: 'section', depth: 0, title, conditions }];
  const blocks: SheetBlock[] = [];
  for (let at = 0; at < section.questions.length;) {
    const rows = gridFrom(section.questions, at);
    const question = section.questions[at];
    if (question === undefined) break;
    const depth = depthOf(question, section.questions);
    blocks.push(...(rows.length > 1 ? [gridBlock(input, rows, depth)] : questionBlocks(input, question, depth)));
    at += Math.max(1, rows.length);
  }
  return [...head, ...blocks];
}

function depthOf(question: Question, all: readonly Question[]): number {
  let depth = 0;
  for (let parent = question.parentId; parent !== null; depth += 1) {
    const id = parent;
    parent = all.find((other) => other.id === id)?.parentId ?? null;
  }
  return depth;
}

/**
 * Questions that follow each other on one scale under one lead, from here on. They are asked on the same condition and of the same people,
 * with the same reasons for no answer; one with checks of its own says them beside itself.
 */
function gridFrom(questions: readonly Question[], at: number): readonly Question[] {
  const first = questions[at];
  if (first === undefined || first.type !== 'scale' || first.scaleId === null) return [];
  const isSame = (question: Question): boolean =>
    question.type === 'scale' &&
    question.scaleId === first.scaleId &&
    question.parentId === first.parentId &&
    question.relevant === first.relevant &&
    question.isPerPerson === first.isPerPerson &&
    question.checks.length === 0 &&
    question.optionFilter === null &&
    JSON.stringify([question.lead, question.reasons]) === JSON.stringify([first.lead, first.reasons]);
  const end = questions.findIndex((question, index) => index > at && !isSame(question));
  return questions.slice(at, end === -1 ? undefined : end);
}

function gridBlock(input: SheetInput, rows: readonly Question[], depth: number): SheetBlock {
  const first = rows[0];
  const options = first?.options ?? [];
  return {
    kind: 'grid',
    depth,
    lead: text(input, first?.lead ?? null),
    conditions: first === undefined ? [] : asked(input, first),
    columns: options.map((option) => text(input, option.label)),
    rows: rows.map((question) => ({
      number: question.number,
      wording: wordingOf(input, question),
      hint: text(input, question.hint),
      instruction: input.choices.instructions ? text(input, question.instruction) : '',
      codes: options.map((option) => (input.choices.codes ? printedCode(question, option.code) : '')),
    })),
    reasons: first === undefined ? [] : reasonsOf(input, first),
  };
}

function questionBlocks(input: SheetInput, question: Question, depth: number): SheetBlock[] {
  const { choices, say } = input;
  if (question.type === 'calculated') return [];
  const conditions = asked(input, question);
  if (question.type === 'note') return [{ kind: 'note', depth, wording: wordingOf(input, question), conditions }];
  const common = {
    depth,
    number: question.number,
    wording: wordingOf(input, question),
    hint: text(input, question.hint),
    instruction: choices.instructions ? text(input, question.instruction) : '',
    conditions,
    checks: checksOf(input, question),
  };
  if (question.type === 'repeat') return [{ kind: 'repeat', ...common, hint: say('print.repeat') }];
  return [
    {
      kind: 'question',
      lead: text(input, question.lead),
      ...common,
      answer: spaceFor(input, question),
      reasons: reasonsOf(input, question),
    },
  ];
}

function wordingOf(input: SheetInput, question: Question): string {
  const words = text(input, question.wording);
  return question.isRequired && input.choices.routing ? `${words} *` : words;
}

function conditionsOf({ choices, say, inWords }: SheetInput, expressions: readonly (string | null)[]): string[] {
  if (!choices.routing) return [];
  return expressions.flatMap((expression) => (expression === null ? [] : [say('print.askedIf', { condition: inWords(expression) })]));
}

/** When, and of whom, a question is asked. */
function asked(input: SheetInput, { relevant, isPerPerson }: Question): string[] {
  const { choices, say } = input;
  return [...conditionsOf(input, [relevant]), ...(isPerPerson && choices.routing ? [say('print.perPerson')] : [])];
}

function checksOf(input: SheetInput, question: Question): string[] {
  const { choices, say, inWords } = input;
  if (!choices.routing) return [];
  const { minimum, maximum } = question;
  const number = (value: number | null): string => (value === null ? '–' : numberIn(choices.language, value));
  const range = minimum === null && maximum === null ? [] : [say('print.range', { minimum: number(minimum), maximum: number(maximum) })];
  const checks = question.checks.map((check) =>
    // A check that says nothing of its own is said by what must hold.
    say(`print.check.${check.severity}`, { message: text(input, check.message) || inWords(check.expression) }),
  );
  const filter = question.optionFilter === null ? [] : [say('print.filtered')];
  return [...range, ...checks, ...filter];
}

function spaceFor(input: SheetInput, question: Question): AnswerSpace {
  const { choices, say } = input;
  switch (question.type) {
    case 'open':
      return { kind: 'lines', count: 4 };
    case 'number':
      return { kind: 'line', before: '', after: text(input, question.unit) };
    case 'date':
      return { kind: 'line', before: '', after: say(`print.date.${question.dateForm ?? 'date'}`) };
    case 'register':
      return { kind: 'line', before: say(`print.register.${question.registerKind ?? 'place'}`), after: '' };
    default:
      break;
  }
  const options = question.options.map((option) => ({
    code: choices.codes ? printedCode(question, option.code) : '',
    label: text(input, option.label) || impliedLabel(input, question, option.code),
    asksWhat: option.asksWhat,
    hint: choices.routing && option.isExclusive ? say('print.exclusive') : '',
  }));
  const isRow = question.type === 'scale-0-10';
  return {
    kind: 'options',
    several: question.type === 'several',
    rank: question.type === 'rank' ? (question.rankCount ?? options.length) : null,
    isRow,
    options,
  };
}

/** Yes and no, and the points from 0 to 10, have no labels of their own. */
function impliedLabel({ say }: SheetInput, question: Question, code: number): string {
  if (question.type === 'yes-no' || question.type === 'consent') return say(code === 1 ? 'print.yes' : 'print.no');
  return String(code);
}

function reasonsOf({ choices, say }: SheetInput, question: Question): string[] {
  return question.reasons
    .filter((reason) => choices.codes || askedReasons.includes(reason))
    .map((reason) => (choices.codes ? `${reasonLetters[reason]} ${say(reasonWords[reason])}` : say(reasonWords[reason])));
}

/** A text on paper: where an earlier answer would stand on a screen there is a blank, with the number of its question. */
function text({ version, choices, say }: SheetInput, words: LocalisedText | null): string {
  const said = words === null ? '' : localised(words, choices.language);
  return filledText(said, (name) => {
    const number = numberCalled(version, name);
    return number === '' ? blank : say('print.answerTo', { number });
  });
}

/** The number of the question called so; empty where there is none, or it is not asked on paper. */
function numberCalled(version: QuestionnaireVersion, name: string): string {
  const questions = questionsOf(version);
  const found = questions.find((question) => question.name === name) ?? questions.find(({ number }) => `q${number}`.toLowerCase() === name);
  return found === undefined || found.type === 'calculated' ? '' : found.number;
}
