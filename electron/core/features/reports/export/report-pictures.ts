import { z } from 'zod';
import type { ReportDocument } from '../../../../../shared/contract/reports-document.ts';
import type { Statements } from '../../../db/statements.ts';
import { photoOf } from '../../papers/photo-size.ts';
import type { PictureBytes } from '../files/file-ground.ts';

const Row = z.object({ id: z.string(), media_type: z.string(), bytes: z.instanceof(Uint8Array) });
const photosSql = `SELECT attachment.id, attachment.media_type, attachment_content.bytes FROM attachment
JOIN attachment_content ON attachment_content.sha256 = attachment.sha256 WHERE attachment.id IN (SELECT value FROM json_each(:ids))`;
const Bytes = z.object({ bytes: z.instanceof(Uint8Array) });

function withSize(bytes: Uint8Array, mediaType: string): PictureBytes {
  const photo = photoOf(bytes);
  const size = photo === null ? svgSize(bytes, mediaType) : { width: photo.width, height: photo.height };
  return { bytes, mediaType, size };
}

/** Size of a drawing from its box, in its own units. */
function svgSize(bytes: Uint8Array, mediaType: string): PictureBytes['size'] {
  if (mediaType !== 'image/svg+xml') return null;
  const box = /viewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+(?<width>[\d.]+)[\s,]+(?<height>[\d.]+)/u.exec(
    new TextDecoder().decode(bytes),
  );
  const [width, height] = [Number(box?.groups?.['width']), Number(box?.groups?.['height'])];
  return width > 0 && height > 0 ? { width, height } : null;
}

/** The photos that stand in a report. One that may not leave is not in the document, and so not here. */
export function picturesOf(sql: Statements, { blocks }: ReportDocument): ReadonlyMap<string, PictureBytes> {
  const ids = blocks.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'picture' ? [part.attachmentId] : [])));
  if (ids.length === 0) return new Map();
  const rows = sql.all(Row, photosSql, { ids: JSON.stringify(ids) });
  return new Map(rows.map(({ id, bytes, media_type: mediaType }) => [id, withSize(bytes, mediaType)]));
}

function bytesOf(sql: Statements, sha256: string): Uint8Array | null {
  return sql.get(Bytes, 'SELECT bytes FROM attachment_content WHERE sha256 = :sha256', { sha256 })?.bytes ?? null;
}

/** The organisation's logo. */
export function logoOf(sql: Statements, { style: { logo } }: Pick<ReportDocument, 'style'>): PictureBytes | null {
  const bytes = logo === null ? null : bytesOf(sql, logo.sha256);
  return bytes === null || logo === null ? null : withSize(bytes, logo.mediaType);
}

/** The organisation's own Word template. */
export function templateOf(sql: Statements, { style: { wordTemplate } }: ReportDocument): Uint8Array | null {
  return wordTemplate === null ? null : bytesOf(sql, wordTemplate.sha256);
}
