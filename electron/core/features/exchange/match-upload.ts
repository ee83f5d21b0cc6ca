import type { z } from 'zod';
import type { exchange } from '../../../../shared/contract/exchange.ts';
import type { QuestionLink, TargetMatch, UnreadValue } from '../../../../shared/model/survey-import.ts';
import type { Question } from '../../../../shared/model/questionnaire.ts';
import type { ColumnMapping, FileQuestion, SurveyMapping } from '../../../../shared/model/survey-file.ts';
import type { Call } from '../../rpc/call.ts';
import { readVersion } from '../questionnaires/read-version.ts';
import { alignOptions, familyOf } from './matching/align-options.ts';
import { fitQuestion, isImportable } from './matching/fit-question.ts';
import { withoutCodings } from './codings/propose-codings.ts';
import { fitContext, matchTarget, partsOf, rolesOf } from './matching/match-target.ts';
import { headerFingerprint, readRemembered } from './matching/remember-mapping.ts';
import { profileColumns } from './profile-columns.ts';
import type { ColumnProfile } from './reading/column-profile.ts';
import { proposeSingle } from './reading/propose-question.ts';
import { matchRounds } from './rounds/match-rounds.ts';
import { roundTargets, toRoundsTarget, toTargetQuestion } from './rounds/round-targets.ts';
import type { ReadingProgress } from './survey-upload.ts';

type InputOf<M extends 'match' | 'link'> = z.infer<NonNullable<(typeof exchange)[M]['~orpc']['inputSchema']>>;

/**
 * Reads a file through and matches its columns with the questions of a version, and its sheets of rounds with the repeats.
 * @throws AppError TICKET_UNKNOWN, FILE_UNREADABLE, FILE_TOO_LARGE, NOT_FOUND, CANCELLED
 */
export async function* matchUpload(call: Call, input: InputOf<'match'>): AsyncGenerator<ReadingProgress, TargetMatch> {
  const { ticket, reading, mapping: proposal, asNewVersion, language, besides } = input;
  const { version, questions } = readVersion(call.sql, input.versionId);
  const remembered = readRemembered(call.sql, version.questionnaireId, headerFingerprint(proposal.columns));
  const profiles = yield* profileColumns(call, ticket, reading, proposal);
  const found = matchTarget({ questions, profiles, proposal, remembered, asNewVersion, language });
  // A version made of the file's own questions has no repeats.
  const rounds = asNewVersion ? [] : yield* matchRounds(call, { ticket, reading, besides, questions, remembered, language });
  return {
    ...found,
    links: [...found.links],
    unread: [...found.unread],
    questions: questions.filter(isImportable).map(toTargetQuestion),
    rounds,
    repeats: asNewVersion ? [] : roundTargets(questions).map(toRoundsTarget),
  };
}

/**
 * The mapping with the columns of one question given to another question of the version, or to one that is added. Columns that
 * cannot be read as the question wanted stay as they are. A question has one set of columns: those it had before are added.
 * @throws AppError TICKET_UNKNOWN, FILE_UNREADABLE, FILE_TOO_LARGE, NOT_FOUND, CANCELLED
 */
export async function* linkColumns(
  call: Call,
  input: InputOf<'link'>,
): AsyncGenerator<ReadingProgress, { mapping: SurveyMapping; links: QuestionLink[]; unread: UnreadValue[] }> {
  const { mapping, column, questionId, language } = input;
  const { questions } = readVersion(call.sql, input.versionId);
  const profiles = yield* profileColumns(call, input.ticket, input.reading, mapping);
  const old = mapping.questions.find(({ columns }) => columns.includes(column));
  const unit = old ?? alone(profiles, column, mapping);
  const target = questions.find(({ id }) => id === questionId);
  const made =
    unit === null ? null : remake(unit, target, input.asNewVersion, fitContext({ profiles, proposal: mapping, language }, column));
  if (unit === null || made === null) return { mapping, links: input.links, unread: [] };
  const rest = mapping.questions.filter((question) => question !== old);
  const all = [...rest, made.question].toSorted((a, b) => Math.min(...a.columns) - Math.min(...b.columns));
  const link: QuestionLink = { key: made.question.key, questionId, basis: questionId === null ? 'added' : 'chosen', isSure: true };
  const links = input.links
    .filter(({ key }) => key !== unit.key && key !== link.key)
    .map((other): QuestionLink =>
      questionId !== null && other.questionId === questionId ? { ...other, questionId: null, basis: 'added', isSure: false } : other,
    );
  return {
    mapping: {
      ...withoutCodings(mapping, made.question.columns),
      questions: all,
      columns: rolesOf(withoutCode(mapping.columns, made.question), all, null),
    },
    links: [...links, link],
    unread: [...made.unread],
  };
}

function remake(
  unit: FileQuestion,
  target: Question | undefined,
  asNewVersion: boolean,
  context: Parameters<typeof fitQuestion>[2],
): { readonly question: FileQuestion; readonly unread: readonly UnreadValue[] } | null {
  if (target === undefined || asNewVersion) {
    if (target !== undefined && unit.kind !== familyOf(target)) return null;
    return { question: target === undefined ? unit : alignOptions(unit, target), unread: [] };
  }
  const fitted = fitQuestion(target, partsOf(unit, target), context);
  return fitted === null ? null : fitted;
}

function alone(profiles: readonly ColumnProfile[], column: number, { decimalSign }: SurveyMapping): FileQuestion | null {
  const profile = profiles[column];
  if (profile === undefined) return null;
  return proposeSingle(profile, profile.header.findLast((text) => text !== '') ?? '', null, { decimalSign, dateForm: null });
}

/** A column of participant codes that becomes a question is one no more. */
function withoutCode(columns: readonly ColumnMapping[], { columns: taken }: FileQuestion): ColumnMapping[] {
  return columns.map((entry) => (taken.includes(entry.column) && entry.role === 'respondentCode' ? { ...entry, role: 'skip' } : entry));
}
