import type { ImportProgress, ImportResult, MappingTrial } from '../../../shared/contract/exchange.ts';
import type { ProjectId, Ticket } from '../../../shared/model/ids.ts';
import type { ReadingChoices, SurveyFileInspection, SurveyMapping } from '../../../shared/model/survey-file.ts';
import type {
  QuestionLink,
  RoundSheet,
  RoundsTarget,
  TargetMatch,
  TargetQuestion,
  UnreadValue,
} from '../../../shared/model/survey-import.ts';
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
  /** Sheets and files of rounds, and what they can be rounds of. */
  readonly rounds: readonly RoundSheet[];
  readonly repeats: readonly RoundsTarget[];
}

/** A file that is open here: what the core calls it, and how it is read. */
export interface OpenFile {
  readonly ticket: Ticket;
  readonly inspection: SurveyFileInspection;
}

/** Where the answers go, and what a date or a label is read with. */
export interface Direction {
  readonly aim: Aim | null;
  /** The project, where it is there already. */
  readonly projectId: ProjectId | null;
  readonly language: Language;
  /** The date that is the day of the interview, of those that a mapping has. */
  readonly heldOnIn: (mapping: SurveyMapping) => string | null;
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
  /** Why a file of rounds could not be used; the file of interviews stands as it is. */
  readonly roundsProblem: SpokenError | null;
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
  roundsProblem: null,
  result: null,
};

/** The answer of the core with what the list keeps of it. */
export function toMatching({ links, questions, unread, remembered, rounds, repeats }: TargetMatch): Matching {
  const unsure = new Set(links.flatMap(({ key, isSure }) => (isSure ? [] : [key])));
  return { links, questions, unread, remembered, unsure, rounds, repeats };
}

/** The same with a sheet of rounds changed. A repeat has one sheet: another one that it had is left out. */
export function withRounds(matching: Matching, old: RoundSheet, changed: RoundSheet): Matching {
  const rounds = matching.rounds.map((sheet): RoundSheet => {
    if (sheet === old) return changed;
    return changed.of === null || sheet.of !== changed.of ? sheet : leftOut(sheet);
  });
  return { ...matching, rounds };
}

function leftOut(sheet: RoundSheet): RoundSheet {
  const columns = sheet.mapping.columns.map(({ column, header }) => ({ column, header, role: 'skip' as const, questionKey: null }));
  return {
    ...sheet,
    of: null,
    basis: 'added',
    isSure: false,
    links: [],
    unread: [],
    mapping: { ...sheet.mapping, questions: [], columns },
  };
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
  const isChosen = matching?.rounds.some(({ basis, links }) => [basis, ...links.map((link) => link.basis)].includes('chosen')) ?? false;
  return mapping !== proposed.mapping || isChosen || (matching !== null && !matching.links.every(isSameLink));
}

/** The same links with one accepted by a person; with null all of them, those of rounds too. */
export function accepted(matching: Matching, key: string | null): Matching {
  const accept = (link: QuestionLink): QuestionLink => ({ ...link, isSure: true });
  const links = matching.links.map((link) => (key === null || link.key === key ? accept(link) : link));
  const rounds = key === null ? matching.rounds.map((sheet) => acceptedSheet(sheet)) : matching.rounds;
  return { ...matching, links, rounds };
}

/** A sheet of rounds that a person has looked at. */
export function acceptedSheet(sheet: RoundSheet): RoundSheet {
  return { ...sheet, isSure: true, links: sheet.links.map((link) => ({ ...link, isSure: true })) };
}

/** Whether a person should look at a sheet of rounds: what it is, or one of its columns, is not plain. */
export function isUnsure({ isSure, links }: RoundSheet): boolean {
  return !isSure || links.some((link) => !link.isSure);
}
