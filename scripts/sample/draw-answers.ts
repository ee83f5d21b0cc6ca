import { askedQuestions, planRouting } from '../../shared/expressions/routing.ts';
import type { AnswerValue } from '../../shared/model/answer.ts';
import { QuestionId } from '../../shared/model/ids.ts';
import { placeInShares, type Chance } from './random.ts';
import { reasonNames, type ReasonKey, type SourceAnswer, type SourceSurvey, type Tendency } from './source-survey.ts';
import type { WrittenQuestion, WrittenQuestionnaire } from './write-questionnaire.ts';

/** One answer before it is written: a code, a number, codes in a row, a reason why there is none, or an open text. */
export type Drawn =
  | { readonly kind: 'code'; readonly code: number; readonly override?: string }
  | { readonly kind: 'number'; readonly num: number; readonly isAbout: boolean; readonly override?: string }
  | { readonly kind: 'codes'; readonly codes: readonly number[] }
  | { readonly kind: 'missing'; readonly reason: (typeof reasonNames)[ReasonKey] }
  | { readonly kind: 'text'; readonly answer: SourceAnswer };

/** A participant and what they answered, by variable. */
export interface Person {
  readonly code: string;
  readonly wave: string;
  readonly group: string;
  readonly mode: string;
  readonly status: 'complete' | 'partial' | 'started';
  /** The question they stopped at; null for those who went through. */
  readonly stoppedAt: WrittenQuestion | null;
  /** Satisfaction in general, 0 to 1: what ties one person's answers together. */
  readonly lean: number;
  readonly answers: Map<string, Drawn>;
  /** Open questions they came to. */
  readonly openReached: readonly WrittenQuestion[];
}

type PersonFacts = Omit<Person, 'answers' | 'openReached'>;

/** Quantiles of chance for a question, spread evenly over the people of a group: a small sample that still has the wanted shares. */
export type Spread = (variable: string) => number;

/** What one survey's answers are drawn from. */
export interface AnswerSource {
  readonly questionnaire: WrittenQuestionnaire;
  readonly survey: SourceSurvey;
  readonly chance: Chance;
}

/** Draws a person's closed answers in the order of the form, as far as they came. Open ones are handed out later. */
export function drawAnswers(facts: PersonFacts, source: AnswerSource, spread: Spread): Person {
  const { questions } = source.questionnaire;
  const plan = planRouting(questions.map(routed));
  const variables = new Map<string, string>(questions.map((question) => [question.id, question.variable]));
  const answers = new Map<string, Drawn>();
  const openReached: WrittenQuestion[] = [];
  for (const question of questions) {
    if (question.number === facts.stoppedAt?.number) break;
    if (!askedQuestions(plan, (id) => valueOf(answers.get(variables.get(id) ?? ''))).has(question.id)) continue;
    if (question.type === 'open') openReached.push(question);
    else answers.set(question.variable, drawOne(question, facts, source, spread));
  }
  return { ...facts, answers, openReached };
}

function routed(question: WrittenQuestion): Parameters<typeof planRouting>[0][number] {
  const { number, type, variable, relevant = null, minimum = null, maximum = null } = question;
  return { id: QuestionId.parse(question.id), name: variable, number, type, relevant, minimum, maximum, checks: [] };
}

function valueOf(drawn: Drawn | undefined): AnswerValue | null {
  switch (drawn?.kind) {
    case 'number':
      return { kind: 'number', number: drawn.num };
    case 'codes':
      return { kind: 'codes', codes: [...drawn.codes] };
    case 'code':
    case 'missing':
      return drawn;
    default:
      return null;
  }
}

function drawOne(question: WrittenQuestion, facts: PersonFacts, { questionnaire, survey, chance }: AnswerSource, spread: Spread): Drawn {
  const tendency = survey.variables[question.variable];
  if (question.type === 'consent') return { kind: 'code', code: 1 };
  if (tendency === undefined) {
    if (question.variable !== survey.serviceQuestion) throw new Error(`no tendency for ${question.variable}`);
    return { kind: 'code', code: Object.keys(survey.waves[facts.wave] ?? {}).indexOf(facts.group) + 1 };
  }
  const reason = drawReason(question, tendency, facts.mode, { chance, spread });
  if (reason !== null) return { kind: 'missing', reason: reasonNames[reason] };
  const at = quantile(facts.lean, spread(question.variable), tendency.pull ?? 0, chance);
  if (tendency.values !== undefined) {
    const values = forPerson(tendency.values, facts);
    return { kind: 'number', num: values[Math.floor(at * values.length)] ?? 0, isAbout: chance.happens(35) };
  }
  if (tendency.chances !== undefined) {
    const codes = forPerson(tendency.chances, facts).flatMap((percent, index) => (chance.happens(percent) ? [index + 1] : []));
    return { kind: 'codes', codes: codes.length === 0 && tendency.noneOf !== undefined ? [tendency.noneOf] : codes };
  }
  if (tendency.weights !== undefined)
    return { kind: 'codes', codes: drawRank(forPerson(tendency.weights, facts), question.rankCount ?? 3, chance) };
  const place = placeInShares(forPerson(tendency.shares ?? {}, facts), at);
  if (question.type === 'scale-0-10') return { kind: 'code', code: place };
  return { kind: 'code', code: questionnaire.codesOf(question)[place] ?? 1 };
}

/** With probability |pull| the person's own lean decides, else chance alone: the shares hold, and answers hang together. */
function quantile(lean: number, fresh: number, pull: number, chance: Chance): number {
  if (chance.next() >= Math.abs(pull)) return fresh;
  return pull < 0 ? 1 - lean - Number.EPSILON : lean;
}

/** Shares may be given by service or by wave. */
function forPerson(lists: Readonly<Record<string, readonly number[]>>, facts: PersonFacts): readonly number[] {
  const list = lists[facts.wave] ?? lists[facts.group];
  if (list === undefined) throw new Error(`no shares for ${facts.group} in ${facts.wave}`);
  return list;
}

function drawReason(
  question: WrittenQuestion,
  tendency: Tendency,
  mode: string,
  { chance, spread }: { readonly chance: Chance; readonly spread: Spread },
): ReasonKey | null {
  if (question.isRequired === true) return null;
  const percents = question.reasons.map((key) => tendency.missing?.[key] ?? 0);
  const place = placeInShares([...percents, 100 - percents.reduce((sum, one) => sum + one, 0)], spread(`${question.variable}, reason`));
  const reason = question.reasons[place];
  if (reason !== undefined) return reason;
  if (mode !== 'paper') return null;
  if (chance.happens(2)) return 'H';
  return chance.happens(1) ? 'U' : null;
}

function drawRank(weights: readonly number[], count: number, chance: Chance): number[] {
  const left = [...weights];
  const ranked: number[] = [];
  while (ranked.length < count) {
    const place = placeInShares(left, chance.next());
    ranked.push(place + 1);
    left[place] = 0;
  }
  return ranked;
}
