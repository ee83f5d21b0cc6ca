import type { z } from 'zod';
import type { exchange } from '../../../../../shared/contract/exchange.ts';
import type { QuestionId } from '../../../../../shared/model/ids.ts';
import type { FileQuestion } from '../../../../../shared/model/survey-file.ts';
import type { QuestionLink, RoundSheet } from '../../../../../shared/model/survey-import.ts';
import type { Language } from '../../../../../shared/model/text.ts';
import { AppError } from '../../../app-error.ts';
import type { Call } from '../../../rpc/call.ts';
import { readVersion } from '../../questionnaires/read-version.ts';
import { fitQuestion } from '../matching/fit-question.ts';
import { fitContext, partsOf, rolesOf } from '../matching/match-target.ts';
import { proposeSingle } from '../reading/propose-question.ts';
import type { ReadingProgress } from '../survey-upload.ts';
import { fitSheet } from './fit-sheet.ts';
import { lookAtSheet, type SeenSheet } from './look-at-sheet.ts';
import { asOutside, roundTargets, type RoundTarget } from './round-targets.ts';

type LinkInput = z.infer<NonNullable<(typeof exchange.linkRounds)['~orpc']['inputSchema']>>;

/**
 * A sheet of rounds with another repeat, or with one column given to another question of its repeat. A column that cannot be read as
 * the question wanted stays as it is.
 * @throws AppError TICKET_UNKNOWN, FILE_UNREADABLE, FILE_TOO_LARGE, NOT_FOUND, CANCELLED
 */
export async function* linkRounds(call: Call, input: LinkInput): AsyncGenerator<ReadingProgress, { sheet: RoundSheet }> {
  const { sheet, change, language } = input;
  const targets = roundTargets(readVersion(call.sql, input.versionId).questions);
  const source = {
    ticket: sheet.file,
    file: sheet.file ?? input.ticket,
    sheet: sheet.file === null ? sheet.reading.sheet : null,
    name: sheet.name,
  };
  const seen = yield* lookAtSheet(call, source);
  if (typeof seen === 'string') throw new AppError('NOT_FOUND');
  const of = 'of' in change ? change.of : sheet.of;
  const target = targets.find((candidate) => candidate.of === of) ?? null;
  if (of !== null && target === null) throw new AppError('NOT_FOUND');
  if ('of' in change) return { sheet: fitSheet(seen, target, { basis: 'chosen', isSure: true }, { language, remembered: null }) };
  return { sheet: target === null ? sheet : linkColumn(sheet, seen, target, { ...change, language }) };
}

interface ColumnChange {
  readonly column: number;
  readonly questionId: QuestionId | null;
  readonly language: Language;
}

function linkColumn(sheet: RoundSheet, seen: SeenSheet, target: RoundTarget, { column, questionId, language }: ColumnChange): RoundSheet {
  const old = sheet.mapping.questions.find(({ columns }) => columns.includes(column));
  const unit = old ?? seen.proposal.questions.find(({ columns }) => columns.includes(column)) ?? alone(seen, column);
  const question = target.questions.find(({ id }) => id === questionId);
  const context = fitContext({ profiles: seen.profiles, proposal: seen.proposal, language }, column);
  const made = question === undefined || unit === null ? null : fitQuestion(asOutside(question), partsOf(unit, question), context);
  if (questionId !== null && made === null) return sheet;
  const link: QuestionLink | null = made === null ? null : { key: made.question.key, questionId, basis: 'chosen', isSure: true };
  // A question has one set of columns: those it had before are left out.
  const gone = new Set([old?.key, link?.key, ...sheet.links.flatMap((other) => (other.questionId === questionId ? [other.key] : []))]);
  const questions = [...sheet.mapping.questions.filter(({ key }) => !gone.has(key)), ...(made === null ? [] : [made.question])].toSorted(
    (a, b) => Math.min(...a.columns) - Math.min(...b.columns),
  );
  return {
    ...sheet,
    mapping: { ...sheet.mapping, questions, columns: rolesOf(seen.proposal.columns, questions, null) },
    links: [...sheet.links.filter(({ key }) => !gone.has(key)), ...(link === null ? [] : [link])],
    unread: [...sheet.unread.filter(({ key }) => !gone.has(key)), ...(made?.unread ?? [])],
  };
}

function alone({ profiles, proposal }: SeenSheet, column: number): FileQuestion | null {
  const profile = profiles[column];
  if (profile === undefined) return null;
  const label = profile.header.findLast((text) => text !== '') ?? '';
  return proposeSingle(profile, label, null, { decimalSign: proposal.decimalSign, dateForm: null });
}
