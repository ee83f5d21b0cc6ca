import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { Photo, type Shown } from '../../../../shared/contract/minutes-after.ts';
import { Ticket } from '../../../../shared/model/ids.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { shortened } from '../themes/theme-terms.ts';
import { cleanPicture } from './clean-picture.ts';
import { findMeeting } from './meeting-row.ts';
import { named } from './named.ts';

/** The largest photo that is taken in, in bytes: what a good camera makes, and no more. */
export const maximumPhotoBytes = 25 * 1024 * 1024;

const PhotoRow = z.object({
  id: z.string(),
  name: z.string(),
  media_type: Photo.shape.mediaType,
  byte_count: z.int(),
  sha256: z.string(),
  caption: z.string().nullable(),
  credit: z.string().nullable(),
  shows_people: z.int(),
});
const photoSql = `SELECT id, name, media_type, byte_count, sha256, caption, credit, shows_people FROM attachment
WHERE meeting_id = :meetingId AND media_type IN ('image/jpeg', 'image/png') ORDER BY id LIMIT 200`;

const ShownRow = z.object({
  id: z.string(),
  attachment_id: z.string(),
  person_id: z.string().nullable(),
  person: z.string().nullable(),
  shown_as: z.string(),
  consented_on: z.string().nullable(),
  withdrawn_on: z.string().nullable(),
});
const shownSql = `SELECT attachment_person.id, attachment_id, person.id AS person_id, person.name AS person, shown_as, consented_on, withdrawn_on
FROM attachment_person LEFT JOIN person ON person.id = attachment_person.person_id
WHERE attachment_id IN (SELECT value FROM json_each(:ids)) ORDER BY attachment_person.id`;

interface Kept {
  readonly photo: Photo;
  readonly sha256: string;
}

function photosOf(sql: Statements, meetingId: string): Kept[] {
  const rows = sql.all(PhotoRow, photoSql, { meetingId });
  const shown = Map.groupBy(
    sql.all(ShownRow, shownSql, { ids: JSON.stringify(rows.map((row) => row.id)) }),
    (person) => person.attachment_id,
  );
  return rows.map((row) => {
    const people = (shown.get(row.id) ?? []).map(toShown);
    const showsPeople = row.shows_people === 1;
    const photo = {
      id: row.id,
      name: row.name,
      mediaType: row.media_type,
      byteCount: row.byte_count,
      caption: row.caption,
      credit: row.credit,
      showsPeople,
      people,
      isExportable: mayLeave(showsPeople, people),
    };
    return { photo, sha256: row.sha256 };
  });
}

function toShown(row: z.infer<typeof ShownRow>): Shown {
  const { id, shown_as: shownAs, consented_on: consentedOn, withdrawn_on: withdrawnOn } = row;
  return { id, person: named(row.person_id, row.person), shownAs, consentedOn, withdrawnOn };
}

/** A photo may leave the program when it shows nobody, or when each one it shows has said yes and none has taken it back. */
export function mayLeave(showsPeople: boolean, people: readonly Pick<Shown, 'consentedOn' | 'withdrawnOn'>[]): boolean {
  if (!showsPeople && people.length === 0) return true;
  return people.length > 0 && people.every((person) => person.consentedOn !== null && person.withdrawnOn === null);
}

/** The photos of a meeting, with who is seen in them. @throws AppError NOT_FOUND */
export function readPhotos(sql: Statements, meetingId: string): { language: Language; photos: Photo[] } {
  const { language } = findMeeting(sql, meetingId);
  return { language, photos: photosOf(sql, meetingId).map(({ photo }) => photo) };
}

/** A photo that may be put in a paper. */
export interface ExportablePhoto extends Pick<Photo, 'id' | 'name' | 'mediaType' | 'caption' | 'credit'> {
  readonly bytes: Uint8Array;
}

/** The photos of a meeting that may leave the program, with their bytes. There is no other way out for a photo. */
export function exportablePhotos(sql: Statements, meetingId: string): ExportablePhoto[] {
  return photosOf(sql, meetingId)
    .filter(({ photo }) => photo.isExportable)
    .map(({ photo: { id, name, mediaType, caption, credit }, sha256 }) => ({
      id,
      name,
      mediaType,
      caption,
      credit,
      bytes: bytesOf(sql, sha256),
    }));
}

const Bytes = z.object({ bytes: z.instanceof(Uint8Array) });

function bytesOf(sql: Statements, sha256: string): Uint8Array {
  const found = sql.get(Bytes, 'SELECT bytes FROM attachment_content WHERE sha256 = :sha256', { sha256 });
  if (found === undefined) throw new AppError('NOT_FOUND');
  return found.bytes;
}

/**
 * Takes a photo in that was sent: told by its bytes, not by its name, and without what the camera wrote beside the picture. It counts as
 * showing people until somebody says that it does not. @throws AppError TICKET_UNKNOWN, FILE_TOO_LARGE, FILE_UNREADABLE, NOT_FOUND
 */
export function addPhoto(call: Call, input: { readonly meetingId: string; readonly ticket: string }): { id: string } {
  const { sql, workspace, session, operation } = call;
  const meeting = findMeeting(sql, input.meetingId);
  const { path, name } = session.blobs.received(input.ticket);
  try {
    if (statSync(path).size > maximumPhotoBytes)
      throw new AppError('FILE_TOO_LARGE', { limit: `${maximumPhotoBytes / 1024 / 1024} MB` }, 'minutes.photo.tooLarge');
    const picture = cleanPicture(readFileSync(path));
    if (picture === null) throw new AppError('FILE_UNREADABLE', { name }, 'minutes.photo.notAPicture');
    const sha256 = createHash('sha256').update(picture.bytes).digest('hex');
    sql.run('INSERT INTO attachment_content (sha256, bytes) VALUES (:sha256, :bytes) ON CONFLICT (sha256) DO NOTHING', {
      sha256,
      bytes: picture.bytes,
    });
    const id = workspace.newId();
    sql.insert('attachment', {
      id,
      project_id: meeting.project_id,
      meeting_id: meeting.id,
      name: plainName(name),
      media_type: picture.mediaType,
      sha256,
      byte_count: picture.bytes.length,
      shows_people: 1,
    });
    operation.label({ name: shortened(plainName(name)) });
    return { id };
  } finally {
    session.blobs.discard(input.ticket);
  }
}

/** A name without a folder. */
function plainName(name: string): string {
  return (name.split(/[/\\]/u).pop() ?? '').slice(0, 200);
}

interface PhotoChange {
  readonly id: string;
  readonly caption?: string | null | undefined;
  readonly credit?: string | null | undefined;
  readonly showsPeople?: boolean | undefined;
}

function requirePhoto(sql: Statements, id: string): z.infer<typeof PhotoRow> {
  const row = sql.get(
    PhotoRow,
    `SELECT id, name, media_type, byte_count, sha256, caption, credit, shows_people FROM attachment
     WHERE id = :id AND meeting_id IS NOT NULL AND media_type IN ('image/jpeg', 'image/png')`,
    { id },
  );
  if (row === undefined) throw new AppError('NOT_FOUND');
  return row;
}

/** Writes caption, credit, and whether anybody is seen. @throws AppError NOT_FOUND */
export function changePhoto({ sql, operation }: Call, { id, caption, credit, showsPeople }: PhotoChange): void {
  const photo = requirePhoto(sql, id);
  operation.mergeWith(`minutes-photo:${id}`);
  operation.label({ name: shortened(photo.name) });
  sql.run('UPDATE attachment SET caption = :caption, credit = :credit, shows_people = :showsPeople WHERE id = :id', {
    id,
    caption: caption === undefined ? photo.caption : emptyAsNull(caption),
    credit: credit === undefined ? photo.credit : emptyAsNull(credit),
    showsPeople: showsPeople === undefined ? photo.shows_people : showsPeople ? 1 : 0,
  });
}

function emptyAsNull(text: string | null): string | null {
  return text === '' ? null : text;
}

/**
 * Takes a photo away with who is seen in it; reports that show it say that it is gone. Its bytes stay in the file so that this can be undone.
 * @throws AppError NOT_FOUND
 */
export function removePhoto({ sql, operation }: Call, id: string): void {
  const photo = requirePhoto(sql, id);
  operation.label({ name: shortened(photo.name) });
  sql.run('UPDATE report_block SET attachment_id = NULL WHERE attachment_id = :id', { id });
  sql.run('DELETE FROM attachment_person WHERE attachment_id = :id', { id });
  sql.run('DELETE FROM attachment WHERE id = :id', { id });
}

interface ShownInput {
  readonly photoId: string;
  readonly id: string | null;
  readonly personId: string | null;
  readonly shownAs: string;
  readonly consentedOn: string | null;
  readonly withdrawnOn: string | null;
}

const ShownStanding = z.object({ attachment_id: z.string() });

/** Says who is seen in a photo, and what they have said about it. @throws AppError NOT_FOUND */
export function putShown({ sql, operation, workspace }: Call, input: ShownInput): { id: string } {
  const photo = requirePhoto(sql, input.photoId);
  const id = input.id ?? workspace.newId();
  const standing = input.id === null ? undefined : requireShown(sql, id);
  if (standing !== undefined && standing.attachment_id !== photo.id) throw new AppError('NOT_FOUND');
  operation.label({ name: shortened(photo.name) });
  const row = {
    person_id: input.personId,
    shown_as: input.shownAs,
    consented_on: input.consentedOn,
    withdrawn_on: input.consentedOn === null ? null : input.withdrawnOn,
  };
  if (standing === undefined) sql.insert('attachment_person', { id, attachment_id: photo.id, ...row });
  else
    sql.run(
      `UPDATE attachment_person SET person_id = :person_id, shown_as = :shown_as, consented_on = :consented_on, withdrawn_on = :withdrawn_on
       WHERE id = :id`,
      { ...row, id },
    );
  // Whoever is named is seen.
  sql.run('UPDATE attachment SET shows_people = 1 WHERE id = :id AND shows_people = 0', { id: photo.id });
  return { id };
}

function requireShown(sql: Statements, id: string): z.infer<typeof ShownStanding> {
  const standing = sql.get(ShownStanding, 'SELECT attachment_id FROM attachment_person WHERE id = :id', { id });
  if (standing === undefined) throw new AppError('NOT_FOUND');
  return standing;
}

/** Somebody is not seen in a photo after all. @throws AppError NOT_FOUND */
export function removeShown({ sql, operation }: Call, id: string): void {
  const standing = requireShown(sql, id);
  operation.label({ name: shortened(requirePhoto(sql, standing.attachment_id).name) });
  sql.run('DELETE FROM attachment_person WHERE id = :id', { id });
}

/** Puts a photo out for one look inside the program. @throws AppError NOT_FOUND */
export function seePhoto({ sql, session }: Call, id: string): { ticket: Ticket } {
  const photo = requirePhoto(sql, id);
  return { ticket: Ticket.parse(session.blobs.offer(photo.name, photo.media_type, bytesOf(sql, photo.sha256))) };
}
