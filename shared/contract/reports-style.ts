import { z } from 'zod';

/** Fonts that a file may name: they are not sent along, so only those that readers have. */
export const ReportFont = z.enum([
  'Calibri',
  'Cambria',
  'Arial',
  'Georgia',
  'Times New Roman',
  'Verdana',
  'Aptos',
  'Source Sans 3',
  'Source Serif 4',
]);
export type ReportFont = z.infer<typeof ReportFont>;

/** How an organisation's reports look; one for the workspace. */
export const HouseStyle = z.strictObject({
  /** Stands on the title page and in the footer; empty for none. */
  organisation: z.string().max(200),
  /** #rrggbb, dark enough for headings on white (4.5:1). */
  accent: z.string().regex(/^#[0-9a-f]{6}$/u),
  headingFont: ReportFont,
  bodyFont: ReportFont,
  /** A picture kept in the workspace, by its hash. */
  logo: z
    .strictObject({ sha256: z.string(), mediaType: z.enum(['image/png', 'image/jpeg', 'image/svg+xml']), altText: z.string() })
    .nullable(),
  /** The organisation's own Word template: its styles, page, headers and footers are taken. */
  wordTemplate: z.strictObject({ sha256: z.string(), name: z.string() }).nullable(),
});
export type HouseStyle = z.infer<typeof HouseStyle>;
