import type { DocumentPart } from '../../../../shared/contract/reports-document.ts';
import { ExhibitOnPage } from './ExhibitOnPage.tsx';
import { FactsOnPage } from './FactsOnPage.tsx';
import styles from './page.module.css';
import { Paragraph } from './Paragraph.tsx';
import { PictureOnPage } from './PictureOnPage.tsx';
import { TableOnPage } from './TableOnPage.tsx';

const tags = { 1: 'h2', 2: 'h3', 3: 'h4' } as const;

/** A heading on the page: one rank below the screen's own. */
export function PageHeading({ level, number, text }: { readonly level: number; readonly number: string | null; readonly text: string }) {
  const Tag = tags[level === 3 ? 3 : level === 2 ? 2 : 1];
  return (
    <Tag className={styles.heading} data-level={level}>
      {number === null ? null : (
        <span className={styles.number} data-aside>
          {number}{' '}
        </span>
      )}
      {text}
    </Tag>
  );
}

/** One part of a report as it stands on paper. */
export function PartView({ part }: { readonly part: DocumentPart }) {
  switch (part.kind) {
    case 'heading':
      return <PageHeading level={part.level} number={part.number} text={part.text} />;
    case 'paragraph':
      return <Paragraph {...part} firstNote={1} lang={part.language ?? undefined} />;
    case 'exhibit':
      return <ExhibitOnPage part={part} />;
    case 'quote':
      return (
        <figure className={styles.quote} lang={part.language ?? undefined}>
          <blockquote>{part.text}</blockquote>
          {part.note === '' ? null : <figcaption>{part.note}</figcaption>}
        </figure>
      );
    case 'table':
      return <TableOnPage part={part} />;
    case 'facts':
      return <FactsOnPage part={part} />;
    case 'picture':
      return <PictureOnPage part={part} />;
    case 'contents':
      return (
        <ol className={styles.contents}>
          {part.entries.map(({ anchor, level, number, text }) => (
            <li data-level={level} key={anchor}>
              <span className={styles.entryNumber}>{number}</span>
              <span>{text}</span>
            </li>
          ))}
        </ol>
      );
    case 'page-break':
      return null;
    default:
      return part satisfies never;
  }
}
