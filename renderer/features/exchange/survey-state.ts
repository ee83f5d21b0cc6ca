import type { ImportProgress, ImportResult, MappingTrial } from '../../../shared/contract/exchange.ts';
import type { Ticket } from '../../../shared/model/ids.ts';
import type { ReadingChoices, SurveyFileInspection, SurveyMapping } from '../../../shared/model/survey-file.ts';
import type { QuestionLink, TargetMatch, TargetQuestion, UnreadValue } from '../../../shared/model/survey-import.ts';
import type { Language } from '../../../shared/model/text.ts';
import type { SpokenError } from '../../lib/errors.ts';
import type { Aim } from './import-fields.ts';

/** What is under way, with how much of it is done; null when the person is. */
export type Busy =
  | { readonly what: 'sending' | 'looking' | 'matching'; readonly done: number; readonly of: number }
  | ({ readonly what: 'importing' } & ImportProgress);

/** How the columns were matched with an existing questionnaire. */
export interface Matching {
  readonly links: readonly QuestionLink[];
  readonly questions: readonly TargetQuestion[];
  readonly unread: readonly UnreadValue[];
  readonly remembered: TargetMatch['remembered'];
  /** Keys of the questions that a person was to look at, as they were when the columns were matched: the list keeps their order. */
  readonly unsure: ReadonlySet<string>;
}

/** Where the answers go, and what a date or a label is read with. */
export interface Direction {
  readonly aim: Aim | null;
  readonly language: Language;
  readonly heldOnKey: string | null;
}

/** Everything that the screen shows of an import, from the choice of a file to its outcome. */
export interface SurveyImport {
  readonly fileName: string | null;
  readonly ticket: Ticket | null;
  readonly choices: ReadingChoices;
  readonly inspection: SurveyFileInspection | null;
  readonly mapping: SurveyMapping | null;
  /** What the program made of the columns, before anybody corrected it. */
  readonly proposed: { readonly mapping: SurveyMapping; readonly links: readonly QuestionLink[] } | null;
  /** Null for a questionnaire of its own. */
  readonly matching: Matching | null;
  /** What the mapping would give; null while the rows are looked through. */
  readonly trial: MappingTrial | null;
  readonly busy: Busy | null;
  readonly problem: SpokenError | null;
  readonly result: ImportResult | null;
}

export const nothingChosen: SurveyImport = {
  fileName: null,
  ticket: null,
  choices: {},
  inspection: null,
  mapping: null,
  proposed: null,
  matching: null,
  trial: null,
  busy: null,
  problem: null,
  result: null,
};

/** The answer of the core with what the list keeps of it. */
export function toMatching({ links, questions, unread, remembered }: TargetMatch): Matching {
  return { links, questions, unread, remembered, unsure: new Set(links.flatMap(({ key, isSure }) => (isSure ? [] : [key]))) };
}

/** Links for a mapping whose questions were changed: those that are gone fall away, and new ones are questions that are added. */
export function alignLinks(links: readonly QuestionLink[], { questions }: SurveyMapping): QuestionLink[] {
  const known = new Map(links.map((link) => [link.key, link]));
  return questions.map(({ key }): QuestionLink => known.get(key) ?? { key, questionId: null, basis: 'added', isSure: true });
}

/** Whether a person has changed what the program made of the columns; taking a proposal changes nothing. */
export function isCorrected({ mapping, matching, proposed }: Pick<SurveyImport, 'mapping' | 'matching' | 'proposed'>): boolean {
  if (proposed === null || mapping === null) return false;
  const isSameLink = ({ key, questionId }: QuestionLink): boolean =>
    proposed.links.some((link) => link.key === key && link.questionId === questionId);
  return mapping !== proposed.mapping || (matching !== null && !matching.links.every(isSameLink));
}

/** The same links with one accepted by a person. */
export function accepted(matching: Matching, key: string | null): Matching {
  return { ...matching, links: matching.links.map((link) => (key === null || link.key === key ? { ...link, isSure: true } : link)) };
}
