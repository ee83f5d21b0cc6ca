import type { DocumentPart } from '../../../../shared/contract/reports-document.ts';
import styles from './page.module.css';

type FactsPart = Extract<DocumentPart, { kind: 'facts' }>;

/** Names and what they are, side by side. */
export function FactsOnPage({ part: { rows } }: { readonly part: FactsPart }) {
  return (
    <dl className={styles.facts}>
      {rows.map(({ label, lines }, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- rows are of fixed order
        <div key={`${at} ${label}`}>
          <dt>{label}</dt>
          {lines.map((line, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- so are lines
            <dd key={index}>{line}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
