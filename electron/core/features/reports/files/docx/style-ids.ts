/** Ids of the styles that a report uses. Word finds its own by their names, whatever language it speaks. */
export const styleIds = {
  normal: 'Normal',
  title: 'Title',
  subtitle: 'Subtitle',
  byline: 'Byline',
  headings: ['Heading1', 'Heading2', 'Heading3'],
  contentsHeading: 'TOCHeading',
  lead: 'Lead',
  quiet: 'Quiet',
  quote: 'Quote',
  quoteNote: 'QuoteNote',
  caption: 'Caption',
  bullets: ['ListBullet', 'ListBullet2', 'ListBullet3'],
  numbers: ['ListNumber', 'ListNumber2', 'ListNumber3'],
  tableText: 'TableText',
  tableHead: 'TableHead',
  tableNote: 'TableNote',
  figure: 'Figure',
  footer: 'Footer',
  footnoteText: 'FootnoteText',
  hyperlink: 'Hyperlink',
  table: 'ReportTable',
  facts: 'ReportFacts',
} as const;

/** The style of a level from 0; deeper than there are styles for is the deepest. */
export function styleAt(ids: readonly string[], level: number): string {
  return ids[Math.min(Math.max(0, level), ids.length - 1)] ?? styleIds.normal;
}
