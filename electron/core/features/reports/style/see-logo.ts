import { Ticket } from '../../../../../shared/model/ids.ts';
import type { Call } from '../../../rpc/call.ts';
import { readStyle } from '../document/read-style.ts';
import { logoOf } from '../export/report-pictures.ts';

/** Puts the organisation's logo out for one look inside the program. */
export function seeLogo({ sql, session }: Pick<Call, 'sql' | 'session'>): { ticket: Ticket | null } {
  const logo = logoOf(sql, { style: readStyle(sql) });
  return { ticket: logo === null ? null : Ticket.parse(session.blobs.offer('logo', logo.mediaType, logo.bytes)) };
}
