import type { Question } from '../model/questionnaire.ts';
import { inInterview, inPerson, optionName, type Container, type PlacedQuestion, type Structure } from './compiled.ts';
import { readFields, readSection, type Sections } from './fields.ts';

/**
 * Places every question: in its repeat, in one person of a group, or in the interview. Expressions call a question by its variable's name or by
 * "q" and its number; a variable's name wins, and of two alike the first.
 */
export function structureOf({ sections }: Sections): Structure {
  const all = sections.flatMap((section, number) => section.questions.map((question) => ({ question, section: number })));
  const indexById = new Map(all.map(({ question }, index): [string, number] => [question.id, index]));
  const flat = all.map(({ question }) => question);
  const containers = flat.map((question, index) => containerOf(question, index, indexById, flat));
  const chains = flat.map((_, index) => chainOf(index, containers));
  const questions = all.map(({ question, section }, index): PlacedQuestion => {
    const chain = chains[index] ?? [inInterview];
    return {
      index,
      question,
      section,
      container: chain[0] ?? inInterview,
      chain,
      consents: consentsBefore(index, chain, flat, containers),
      fields: readFields(question),
      nameByCode: new Map(question.options.map((option) => [option.code, optionName(option)])),
    };
  });
  return {
    questions,
    sectionFields: sections.map(readSection),
    indexById,
    indexByName: namesOf(flat),
    inside: Map.groupBy(
      questions.map(({ index }) => index),
      (index) => holderOf(containers[index] ?? inInterview),
    ),
    ...nodesOf(all, sections.length),
  };
}

/** Persons' questions are asked among the interview's own, each of every person in turn. */
function holderOf(container: Container): Container {
  return container === inPerson ? inInterview : container;
}

function containerOf(question: Question, index: number, indexById: ReadonlyMap<string, number>, all: readonly Question[]): Container {
  const parent = question.parentId === null ? undefined : indexById.get(question.parentId);
  // A repeat stands before what is in it; anything else would be a mistake of the file, and the question is then asked once.
  if (parent !== undefined && parent < index && all[parent]?.type === 'repeat') return parent;
  return question.isPerPerson ? inPerson : inInterview;
}

function chainOf(index: number, containers: readonly Container[]): Container[] {
  const chain: Container[] = [];
  for (let at = containers[index] ?? inInterview; at >= 0; at = containers[at] ?? inInterview) chain.push(at);
  const outermost = chain.at(-1) ?? index;
  if (containers[outermost] === inPerson) chain.push(inPerson);
  return [...chain, inInterview];
}

/** Consent given by each person ends that person's part; where one person is interviewed, the whole. */
function consentsBefore(index: number, chain: readonly Container[], all: readonly Question[], containers: readonly Container[]): number[] {
  const found: number[] = [];
  for (let before = 0; before < index; before++)
    if (all[before]?.type === 'consent' && [...chain, inPerson].includes(containers[before] ?? inInterview)) found.push(before);
  return found;
}

function namesOf(questions: readonly Question[]): Map<string, number> {
  const names = new Map<string, number>();
  const add = (name: string, index: number): void => {
    if (!names.has(name)) names.set(name, index);
  };
  for (const [index, question] of questions.entries()) add(question.name, index);
  for (const [index, question] of questions.entries()) add(`q${question.number}`.toLowerCase(), index);
  return names;
}

function nodesOf(
  all: readonly { readonly section: number }[],
  sectionCount: number,
): Pick<Structure, 'nodes' | 'nodeOfQuestion' | 'nodeOfSection'> {
  const nodes: { readonly kind: 'section' | 'question'; readonly index: number }[] = [];
  const nodeOfQuestion: number[] = [];
  const nodeOfSection: number[] = [];
  for (let section = 0; section < sectionCount; section++) {
    nodeOfSection.push(nodes.push({ kind: 'section', index: section }) - 1);
    for (const [index, question] of all.entries())
      if (question.section === section) nodeOfQuestion[index] = nodes.push({ kind: 'question', index }) - 1;
  }
  return { nodes, nodeOfQuestion, nodeOfSection };
}
