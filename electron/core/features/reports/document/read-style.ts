import { z } from 'zod';
import { HouseStyle } from '../../../../../shared/contract/reports-style.ts';
import type { Statements } from '../../../db/statements.ts';

const text = z.string().nullable();
const Row = z.object({
  id: z.string(),
  organisation: z.string(),
  accent: z.string(),
  heading_font: z.string(),
  body_font: z.string(),
  logo_sha256: text,
  logo_media_type: text,
  logo_alt: text,
  template_sha256: text,
  template_name: text,
});
const styleSql = `SELECT id, organisation, accent, heading_font, body_font, logo_sha256, logo_media_type, logo_alt, template_sha256, template_name
FROM house_style ORDER BY id LIMIT 1`;

/** How reports look where nobody has said anything else. */
export const plainStyle: HouseStyle = {
  organisation: '',
  accent: '#952c46',
  headingFont: 'Calibri',
  bodyFont: 'Calibri',
  logo: null,
  wordTemplate: null,
};

/** The one row of the look, where there is one. */
export function readStyleRow(sql: Statements): { readonly id: string; readonly style: HouseStyle } | null {
  const row = sql.get(Row, styleSql);
  if (row === undefined) return null;
  const style = HouseStyle.safeParse({
    organisation: row.organisation,
    accent: row.accent,
    headingFont: row.heading_font,
    bodyFont: row.body_font,
    logo: row.logo_sha256 === null ? null : { sha256: row.logo_sha256, mediaType: row.logo_media_type, altText: row.logo_alt ?? '' },
    wordTemplate: row.template_sha256 === null ? null : { sha256: row.template_sha256, name: row.template_name ?? '' },
  });
  return { id: row.id, style: style.data ?? plainStyle };
}

/** How the organisation's reports look. */
export function readStyle(sql: Statements): HouseStyle {
  return readStyleRow(sql)?.style ?? plainStyle;
}
