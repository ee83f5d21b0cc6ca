import type { Structure } from './compiled.ts';
import { referencesIn } from './references.ts';

/** The last question that must have been asked for a question's answer to be there, by its place: for a calculated one what it is made of, -1 for nothing. */
export function latestSource(structure: Structure, question: number, seen = new Set<number>()): number {
  const placed = structure.questions[question];
  if (placed?.question.type !== 'calculated') return question;
  if (seen.has(question)) return -1;
  seen.add(question);
  const names = placed.fields.flatMap(({ field, parsed }) =>
    field === 'calculation' && parsed.isRead ? referencesIn(parsed.expression) : [],
  );
  const sources = names.flatMap(({ name }) => structure.indexByName.get(name) ?? []);
  return Math.max(-1, ...sources.map((source) => latestSource(structure, source, seen)));
}
