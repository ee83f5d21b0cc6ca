import { chartPalettes } from '../charts/index.ts';
import type { ReportDocument } from '../contract/reports-document.ts';
import type { ReportFont } from '../contract/reports-style.ts';

const serifs: ReadonlySet<ReportFont> = new Set(['Cambria', 'Georgia', 'Times New Roman', 'Source Serif 4']);

/** A font of the house style and what stands in for it where it is missing. */
function familyOf(font: ReportFont): string {
  // The program's own faces carry another name.
  const own = font === 'Source Sans 3' || font === 'Source Serif 4' ? `'${font} Variable', ` : '';
  return serifs.has(font)
    ? `'${font}', ${own}Georgia, 'Times New Roman', serif`
    : `'${font}', ${own}'Segoe UI', system-ui, Arial, sans-serif`;
}

/** A text as a string of CSS: everything but letters, digits and blanks by its number, so that nothing can end it. */
function cssText(text: string): string {
  const escaped = Array.from(text.toWellFormed(), (sign) =>
    /[\p{L}\p{N} ]/u.test(sign) ? sign : `\\${(sign.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${escaped.join('')}"`;
}

function sharesOf({ blocks }: ReportDocument): readonly number[] {
  const shares = blocks.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === 'table' ? part.columns.map(({ share }) => share) : [])),
  );
  return [...new Set(shares)].toSorted((a, b) => a - b);
}

function colours(selector: string, name: 'light' | 'dark', accent: string): string {
  const { surface, text, text2, text3, hairline, hatch } = chartPalettes[name];
  return `${selector} { --surface: ${surface}; --text: ${text}; --text-2: ${text2}; --text-3: ${text3}; --hairline: ${hairline}; --line: ${hatch}; --accent: ${accent}; }`;
}

/** Sheets of paper: page numbers and where the report comes from at every foot, and sheets that lie across for wide tables. */
function pages(document: ReportDocument): string {
  const { provenance, style } = document;
  const foot = `font: 8.5pt ${familyOf(style.headingFont)}; color: ${chartPalettes.light.text3};`;
  return `@page { size: A4; margin: 20mm 20mm 22mm; @bottom-left { content: ${cssText(provenance)}; ${foot} } @bottom-right { content: counter(page); ${foot} } }
@page wide { size: A4 landscape; margin: 18mm 20mm 20mm; }
@media print {
  .report { max-inline-size: none; margin: 0; padding: 0; font-size: 10.5pt; }
  .report > footer, .report details, .report-skip { display: none; }
  .report .cover { break-after: avoid; }
  .report .exhibit > figcaption { break-inside: avoid; }
  .report .chart svg { max-block-size: 17cm; }
  .report h2, .report h3, .report h4, .report caption, .report .exhibit > figcaption { break-after: avoid; }
  .report tr, .report figure, .report .whole, .report dl > div, .report .under { break-inside: avoid; }
  .report .under { break-before: avoid; }
  .report thead { display: table-header-group; }
  .report p, .report li { orphans: 3; widows: 3; }
  .report .scroll { overflow: visible; }
  .report caption .name { max-inline-size: none; }
  .report .wide { page: wide; }
  .report .wide table { font-size: 0.85em; }
  .report .page-break { break-after: page; }
  .report a { color: inherit; text-decoration: none; }
}`;
}

/** The look of a report's page, on the screen and on paper; every selector is under `.report`. No address stands in it. */
export function reportStyle(document: ReportDocument): string {
  const { accent, headingFont, bodyFont } = document.style;
  const light = colours('.report', 'light', accent);
  const dark = colours('.report', 'dark', chartPalettes.dark.accent);
  return `${light}
@media screen and (prefers-color-scheme: dark) { ${dark} }
.report { max-inline-size: 46rem; margin: 0 auto; padding: 3rem 1.5rem; background: var(--surface); color: var(--text); font: 1.0625rem/1.6 ${familyOf(bodyFont)}; overflow-wrap: break-word; hyphens: auto; }
.report :is(h1, h2, h3, h4) { font-family: ${familyOf(headingFont)}; font-weight: 600; line-height: 1.25; color: var(--accent); text-wrap: balance; hyphens: manual; }
.report h1 { margin: 0.5em 0 0.2em; font-size: 2.1em; }
.report h2 { margin: 2em 0 0.6em; font-size: 1.5em; }
.report h3 { margin: 1.7em 0 0.5em; font-size: 1.2em; }
.report h4 { margin: 1.5em 0 0.4em; font-size: 1.05em; }
.report p { margin: 0.7em 0; text-wrap: pretty; }
.report a { color: var(--accent); }
.report .cover { margin-block-end: 2.5em; padding-block-end: 1.5em; border-block-end: 1px solid var(--hairline); font-family: ${familyOf(headingFont)}; }
.report .cover p { margin: 0.15em 0; color: var(--text-2); }
.report .cover .subtitle { font-size: 1.25em; }
.report .cover .about:first-of-type { margin-block-start: 1.2em; }
.report .logo { max-block-size: 4rem; max-inline-size: 14rem; background: ${chartPalettes.light.surface}; }
.report .lead { font-size: 1.2em; line-height: 1.5; }
.report .quiet { font-size: 0.9em; color: var(--text-3); }
.report :is(ul, ol) { margin: 0.7em 0; padding-inline-start: 1.6em; }
.report li :is(ul, ol) { margin: 0.2em 0; }
.report li { margin: 0.2em 0; }
.report .contents ul { padding: 0; list-style: none; }
.report .contents .level-2 { padding-inline-start: 1.5em; }
.report .contents .level-3 { padding-inline-start: 3em; }
.report .exhibit { margin: 1.8em 0; font-family: ${familyOf(headingFont)}; font-size: 0.9em; line-height: 1.4; hyphens: manual; }
.report .scroll { overflow-x: auto; }
.report table { inline-size: 100%; border-collapse: collapse; border-block: 1.5px solid var(--text); font-variant-numeric: tabular-nums lining-nums; }
.report caption, .report .exhibit > figcaption { margin-block-end: 0.5em; padding: 0; text-align: start; }
.report caption span, .report .exhibit > figcaption span { color: var(--text-2); }
.report table :is(th, td) { padding: 0.28em 0.6em; text-align: start; vertical-align: top; font-weight: 400; }
.report table :is(th, td):first-child { padding-inline-start: 0; }
.report table :is(th, td):last-child { padding-inline-end: 0; }
.report thead :is(th, td) { vertical-align: bottom; font-weight: 600; }
.report thead tr:last-child > * { border-block-end: 1px solid var(--text); }
.report table .num { text-align: end; }
.report .interval { white-space: nowrap; }
.report caption .name { position: sticky; inset-inline-start: 0; inline-size: fit-content; max-inline-size: min(43rem, 100vw - 3rem); }
.report thead th[colspan] { text-align: center; }
.report .interval { color: var(--text-3); }
.report .letters { font-weight: 600; }
.report table .base { font-style: italic; color: var(--text-2); }
.report .group > th { padding-block-start: 0.8em; font-weight: 600; }
${[1, 2, 3, 4, 5, 6].map((depth) => `.report tbody th.in-${depth} { padding-inline-start: ${depth * 1.2}em; }`).join('\n')}
${sharesOf(document)
  .map((share) => `.report .share-${share} { inline-size: ${share}%; }`)
  .join('\n')}
.report table.text { table-layout: fixed; }
.report .under { margin-block-start: 0.5em; font-size: 0.9em; color: var(--text-3); }
.report .under p { margin: 0.1em 0; }
.report .chart { padding: 0.5rem; background: ${chartPalettes.light.surface}; }
.report .chart svg { display: block; max-inline-size: 100%; block-size: auto; }
.report summary { margin-block-start: 0.6em; color: var(--accent); }
.report .quote { margin: 1.6em 0 1.6em 1.5em; }
.report blockquote { margin: 0; font-style: italic; font-size: 1.1em; }
.report blockquote p { margin: 0; }
.report .quote figcaption, .report .picture figcaption { margin-block-start: 0.3em; font-family: ${familyOf(headingFont)}; font-size: 0.85em; color: var(--text-2); }
.report .picture { margin: 1.8em 0; }
.report .picture img { display: block; max-inline-size: 100%; max-block-size: 24cm; block-size: auto; }
.report .credit { color: var(--text-3); }
.report dl { margin: 1em 0; }
.report dl > div { display: grid; grid-template-columns: 11em 1fr; gap: 0 1em; padding-block: 0.2em; }
.report dt { grid-row: 1 / span 20; color: var(--text-2); }
.report dd { grid-column: 2; margin: 0; }
.report .mark { text-decoration: none; }
.report .footnotes { margin-block-start: 3em; padding-block-start: 0.5em; border-block-start: 1px solid var(--hairline); font-size: 0.9em; }
.report > footer { margin-block-start: 3em; font-size: 0.85em; color: var(--text-3); }
${pages(document)}
`;
}
