import type { Drawn, Person } from './draw-answers.ts';
import type { Chance } from './random.ts';
import type { SourceAnswer } from './source-survey.ts';
import type { WrittenQuestion } from './write-questionnaire.ts';

/**
 * Gives every open answer in the sources to somebody who came to its question in its service; whoever is left over gave a
 * reason instead. Answers that need a certain background ("jeg har en plan") choose first.
 * @throws Error when there are more answers than people, or nobody fits
 */
export function handOutTexts(people: readonly Person[], answers: readonly SourceAnswer[], chance: Chance): void {
  const groups = new Map<string, SourceAnswer[]>();
  for (const answer of answers) {
    const key = `${answer.question} ${answer.service}`;
    groups.set(key, [...(groups.get(key) ?? []), answer]);
  }
  for (const list of groups.values()) {
    const inNeed = list.toSorted((a, b) => Object.keys(b.fits ?? {}).length - Object.keys(a.fits ?? {}).length);
    for (const answer of inNeed) giveTo(people, answer, chance);
  }
  for (const person of people) {
    for (const question of person.openReached) {
      if (!person.answers.has(question.variable)) person.answers.set(question.variable, silence(question, person.mode, chance));
    }
  }
}

function giveTo(people: readonly Person[], answer: SourceAnswer, chance: Chance): void {
  const free = people.filter(
    (person) =>
      person.group === answer.service &&
      !person.answers.has(answer.question) &&
      person.openReached.some((one) => one.variable === answer.question),
  );
  const [speaker] = chance.shuffled(free.filter((person) => hasGiven(person, answer.fits ?? {})));
  if (speaker === undefined) throw new Error(`nobody is left to say ${answer.id}`);
  speaker.answers.set(answer.question, { kind: 'text', answer });
}

function hasGiven(person: Person, wanted: Readonly<Record<string, number>>): boolean {
  return Object.entries(wanted).every(([variable, code]) => {
    const drawn = person.answers.get(variable);
    return drawn?.kind === 'codes' ? drawn.codes.includes(code) : drawn?.kind === 'code' && drawn.code === code;
  });
}

function silence(question: WrittenQuestion, mode: string, chance: Chance): Drawn {
  if (mode === 'paper' && chance.happens(60)) return { kind: 'missing', reason: 'skipped' };
  return { kind: 'missing', reason: question.reasons.includes('V') && chance.happens(70) ? 'dont-know' : 'prefer-not-to-say' };
}
