import { z } from 'zod';
import { signsListed, type DocumentProposal, type FoundSign, type FoundSpeaker } from '../../../../../shared/contract/texts-documents.ts';
import { InterviewId, type ProjectId } from '../../../../../shared/model/ids.ts';
import { Language } from '../../../../../shared/model/text.ts';
import { findPersonalSigns, findTurns, guessLanguage, isAsking, type SpokenTurn } from '../../../../../shared/texts/index.ts';
import { AppError } from '../../../app-error.ts';
import type { Statements } from '../../../db/statements.ts';
import { tidyText, type DocumentText } from '../../../documents/document-text.ts';
import { readDocument } from '../../../documents/read-document.ts';
import type { Call } from '../../../rpc/call.ts';
import { findDay, guessKind, readFileName } from './file-name-facts.ts';

const beginning = 600;
const aroundSign = 40;
const speakersShown = 50;
const LanguageRow = z.object({ content_language: Language.catch('nb') });
const InterviewRow = z.object({ id: InterviewId, code: z.string() });

/** Reads an uploaded file. @throws AppError TICKET_UNKNOWN, FILE_UNREADABLE, FILE_TOO_LARGE, CANCELLED */
export async function readUploadedDocument({ session, signal }: Call, ticket: string): Promise<{ document: DocumentText; name: string }> {
  const { path, name } = session.blobs.received(ticket);
  try {
    return { document: await readDocument(path, signal), name };
  } catch (error) {
    if (signal?.aborted === true) throw new AppError('CANCELLED');
    throw error;
  }
}

/** Turns of a document: its own, or what its lines look like. */
export function turnsOf(document: DocumentText): readonly SpokenTurn[] {
  return document.turns.length > 0 ? document.turns : findTurns(document.body);
}

/** Says what a file would become. Writes nothing. @throws what `readUploadedDocument` throws, NOT_FOUND */
export async function* inspectDocument(
  call: Call,
  input: { readonly projectId: ProjectId; readonly ticket: string },
): AsyncGenerator<{ done: number; of: number }, DocumentProposal> {
  yield { done: 0, of: 1 };
  const { document, name } = await readUploadedDocument(call, input.ticket);
  return propose(call.sql, input.projectId, document, name);
}

function propose(sql: Statements, projectId: string, document: DocumentText, uploadedName: string): DocumentProposal {
  const project = sql.get(LanguageRow, 'SELECT content_language FROM project WHERE id = :projectId', { projectId });
  if (project === undefined) throw new AppError('NOT_FOUND');
  const fileName = tidyText(uploadedName)
    .text.replaceAll(/[\n\t]/gu, ' ')
    .slice(0, 255);
  const fromName = readFileName(fileName);
  const { body, heading, format, leftOut } = document;
  const turns = turnsOf(document);
  const title = heading === null || heading === '' ? fromName.title : heading.replaceAll(/\s+/gu, ' ').slice(0, 200);
  const signs = findSigns(`${title}\n${body}`);
  return {
    fileName,
    format,
    title,
    kind: guessKind(`${fileName} ${title}`, turns.length),
    language: guessLanguage(body, project.content_language),
    saidOn: fromName.saidOn ?? findDay(body.slice(0, 400)),
    whose: findWhose(sql, projectId, fromName.codes),
    words: countWords(body),
    begins: body.slice(0, beginning).toWellFormed(),
    turns: turns.length,
    speakers: speakersOf(body, turns),
    leftOut: leftOut.map(({ part, count }) => ({ part, count })),
    signs: signs.slice(0, signsListed),
    signCount: signs.length,
  };
}

function countWords(body: string): number {
  let words = 0;
  for (const _ of body.matchAll(/\S+/gu)) words += 1;
  return words;
}

function speakersOf(body: string, turns: readonly SpokenTurn[]): FoundSpeaker[] {
  const found = new Map<string, { turns: number; begins: string }>();
  for (const turn of turns) {
    if (turn.name === null) continue;
    const known = found.get(turn.name) ?? { turns: 0, begins: body.slice(turn.start, Math.min(turn.end, turn.start + 80)).toWellFormed() };
    found.set(turn.name, { ...known, turns: known.turns + 1 });
  }
  const names = [...found.keys()];
  return [...found].slice(0, speakersShown).map(([name, { turns: count, begins }]) => ({
    name,
    turns: count,
    begins,
    role: isAsking(name) ? 'interviewer' : names.length === 2 || names.some(isAsking) ? 'participant' : 'other',
  }));
}

/** What may tell who somebody is, the same words once, numbers before names and the commonest first. */
function findSigns(text: string): FoundSign[] {
  const found = new Map<string, FoundSign>();
  for (const sign of findPersonalSigns(text)) {
    const words = sign.text.slice(0, 200);
    const key = `${sign.kind} ${words}`;
    const known = found.get(key);
    const around = text
      .slice(Math.max(0, sign.start - aroundSign), sign.end + aroundSign)
      .toWellFormed()
      .replaceAll(/\s+/gu, ' ');
    found.set(key, known === undefined ? { kind: sign.kind, text: words, count: 1, around } : { ...known, count: known.count + 1 });
  }
  const weight = ({ kind }: FoundSign): number => ['birth-number', 'email', 'phone', 'name', 'date'].indexOf(kind);
  return [...found.values()].toSorted((a, b) => weight(a) - weight(b) || b.count - a.count);
}

/** The interview of the participant whose code is in the file's name; where they have several, the latest. */
function findWhose(sql: Statements, projectId: string, codes: readonly string[]): DocumentProposal['whose'] {
  const row = sql.get(
    InterviewRow,
    `SELECT interview.id, respondent.code FROM respondent JOIN interview ON interview.respondent_id = respondent.id
     WHERE respondent.project_id = :projectId AND respondent.withdrawn_at IS NULL AND interview.status NOT IN ('withdrawn', 'declined')
       AND respondent.code IN (SELECT value FROM json_each(:codes) UNION SELECT upper(value) FROM json_each(:codes))
     ORDER BY interview.held_on DESC, interview.key DESC LIMIT 1`,
    { projectId, codes: JSON.stringify(codes) },
  );
  return row === undefined ? null : { interviewId: row.id, code: row.code };
}
