import { z } from 'zod';
import { MeetingId, type FindingId, type ProjectId } from '../../../../shared/model/ids.ts';
import type { QuotePlace } from '../../../../shared/contract/quotes.ts';
import type { Polarity } from '../../../../shared/contract/coding-terms.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { writeFinding } from '../findings/write-finding.ts';
import { keepQuotes } from './keep.ts';

export interface FindingFromQuotes {
  readonly projectId: ProjectId;
  readonly places: readonly QuotePlace[];
  readonly wording: string;
  readonly polarity?: Polarity | undefined;
  readonly language: Language;
  readonly meetingId?: string | undefined;
  readonly today: string;
}

const CodeRow = z.object({ code: z.string() });
const Strange = z.object({ n: z.int() });

/** Writes a finding that rests on quotes, and keeps those. @throws AppError NOT_FOUND, RANGE_OUTSIDE_TEXT */
export function findingFromQuotes(call: Call, given: FindingFromQuotes): { findingId: FindingId; code: string } {
  const { projectId, places, wording, polarity, language, meetingId, today } = given;
  const textIds = JSON.stringify(places.map(({ textId }) => textId));
  const strangers = call.sql.get(
    Strange,
    'SELECT count(*) AS n FROM text WHERE id IN (SELECT value FROM json_each(:textIds)) AND project_id <> :projectId',
    { textIds, projectId },
  );
  if (strangers !== undefined && strangers.n > 0) throw new AppError('NOT_FOUND');
  const { quoteIds } = keepQuotes(call, places);
  const findingId = writeFinding(call, {
    projectId,
    wording,
    polarity,
    language,
    meetingId: meetingId === undefined ? null : MeetingId.parse(meetingId),
    happenedOn: today,
    evidence: quoteIds.map((quoteId) => ({ quoteId })),
  });
  const row = call.sql.get(CodeRow, 'SELECT code FROM finding WHERE id = :findingId', { findingId });
  const code = row?.code ?? '';
  call.operation.label({ code, n: quoteIds.length });
  return { findingId, code };
}
