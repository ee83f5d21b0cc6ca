import type { BankQuestion } from '../../../shared/contract/bank.ts';
import type { Say } from '../../lib/text.ts';

/** The questions of one topic. */
export interface Topic {
  readonly id: string;
  readonly name: string;
  readonly questions: readonly BankQuestion[];
}

/** A topic in words: those that come with the program have a name in every language, a person's own is its name. */
export function topicName(topic: string, say: Say): string {
  if (topic === '') return say('bank.topic.none');
  const id = `bank.topic.${topic}`;
  return id in say.intl.messages ? say.any(id) : topic;
}

/** Questions by topic, topics in the order the bank gives them. */
export function byTopic(questions: readonly BankQuestion[], say: Say): Topic[] {
  return [...Map.groupBy(questions, (question) => question.topic)].map(([id, own]) => ({ id, name: topicName(id, say), questions: own }));
}

/** The topics there are, for keeping a question under one of them. */
export function topicsOf(questions: readonly BankQuestion[]): string[] {
  return [...new Set(questions.map((question) => question.topic))].filter((topic) => topic !== '');
}
