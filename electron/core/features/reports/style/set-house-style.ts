import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { HouseStyle } from '../../../../../shared/contract/reports-style.ts';
import { AppError } from '../../../app-error.ts';
import type { Given } from '../../../db/update-row.ts';
import { openPacked } from '../../../documents/packed-file.ts';
import type { Call } from '../../../rpc/call.ts';
import { plainStyle, readStyle, readStyleRow } from '../document/read-style.ts';
import { darkened } from './darkened.ts';
import { safeLogo } from './safe-logo.ts';

const megabyte = 1024 * 1024;
/** A logo stands in every file of every report. */
const mostLogoBytes = 2 * megabyte;
const mostTemplateBytes = 10 * megabyte;

type StyleChange = Given<{
  readonly organisation: string;
  readonly accent: string;
  readonly headingFont: HouseStyle['headingFont'];
  readonly bodyFont: HouseStyle['bodyFont'];
  readonly logo: { readonly ticket: string; readonly altText: string } | null;
  readonly wordTemplate: { readonly ticket: string } | null;
}>;

/** Reads what was sent and throws the sent file away. @throws AppError TICKET_UNKNOWN, FILE_TOO_LARGE */
function receive({ session }: Call, ticket: string, mostBytes: number): { readonly bytes: Buffer; readonly name: string } {
  const { path, name } = session.blobs.received(ticket);
  try {
    if (statSync(path).size > mostBytes)
      throw new AppError('FILE_TOO_LARGE', { limit: `${mostBytes / megabyte} MB` }, 'reports.style.tooLarge');
    const ownName = (name.split(/[/\\]/u).pop() ?? '').toWellFormed();
    return { bytes: readFileSync(path), name: Array.from(ownName).slice(0, 120).join('') };
  } finally {
    session.blobs.discard(ticket);
  }
}

/** Puts bytes into the file by their hash. */
function keepBytes({ sql }: Call, bytes: Uint8Array): string {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  sql.run('INSERT INTO attachment_content (sha256, bytes) VALUES (:sha256, :bytes) ON CONFLICT (sha256) DO NOTHING', { sha256, bytes });
  return sha256;
}

function takeLogo(call: Call, { ticket, altText }: { readonly ticket: string; readonly altText: string }): HouseStyle['logo'] {
  const { bytes } = receive(call, ticket, mostLogoBytes);
  const logo = safeLogo(bytes);
  if (logo === null) throw new AppError('FILE_UNREADABLE', {}, 'reports.style.notALogo');
  return { sha256: keepBytes(call, logo.bytes), mediaType: logo.mediaType, altText: altText.trim() };
}

/** A Word document or template by what is in it, not by its name; one with macros is none. */
function takeTemplate(call: Call, ticket: string): HouseStyle['wordTemplate'] {
  const { bytes, name } = receive(call, ticket, mostTemplateBytes);
  const { names } = openPacked(bytes, call.signal);
  const isWord = names.has('[Content_Types].xml') && names.has('word/document.xml') && names.has('word/styles.xml');
  if (!isWord || [...names].some((part) => /vbaProject|vbaData/iu.test(part)))
    throw new AppError('FILE_UNREADABLE', {}, 'reports.style.notATemplate');
  return { sha256: keepBytes(call, bytes), name };
}

function changed(call: Call, before: HouseStyle, change: StyleChange): HouseStyle {
  const { organisation, accent, headingFont, bodyFont, logo, wordTemplate } = change;
  return {
    organisation: organisation?.trim() ?? before.organisation,
    accent: accent === undefined ? before.accent : darkened(accent),
    headingFont: headingFont ?? before.headingFont,
    bodyFont: bodyFont ?? before.bodyFont,
    logo: logo === undefined ? before.logo : logo === null ? null : takeLogo(call, logo),
    wordTemplate: wordTemplate === undefined ? before.wordTemplate : wordTemplate === null ? null : takeTemplate(call, wordTemplate.ticket),
  };
}

/**
 * Changes how the organisation's reports look; fields that are left out stay. A colour too light for headings on white is made darker.
 * @throws AppError TICKET_UNKNOWN, FILE_UNREADABLE, FILE_TOO_LARGE
 */
export function setHouseStyle(call: Call, change: StyleChange): HouseStyle {
  const { sql, workspace, operation } = call;
  const known = readStyleRow(sql);
  const style = changed(call, known?.style ?? plainStyle, change);
  const row = {
    organisation: style.organisation,
    accent: style.accent,
    heading_font: style.headingFont,
    body_font: style.bodyFont,
    logo_sha256: style.logo?.sha256 ?? null,
    logo_media_type: style.logo?.mediaType ?? null,
    logo_alt: style.logo?.altText ?? null,
    template_sha256: style.wordTemplate?.sha256 ?? null,
    template_name: style.wordTemplate?.name ?? null,
  };
  if (known === null) sql.insert('house_style', { id: workspace.newId(), ...row });
  else {
    const set = Object.keys(row).map((column) => `${column} = :${column}`);
    sql.run(`UPDATE house_style SET ${set.join(', ')} WHERE id = :id`, { ...row, id: known.id });
  }
  operation.label({});
  return readStyle(sql);
}
