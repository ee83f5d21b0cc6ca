import { VisuallyHidden } from '../../../ui/visually-hidden/VisuallyHidden.tsx';
import popover from '../../../ui/popover/Popover.module.css';
import styles from './writing.module.css';
import type { Referable } from './document-index.ts';

interface ReferenceListProps {
  readonly label: string;
  readonly hits: readonly Referable[];
  /** The one that Enter takes. */
  readonly at: number;
  readonly onTake: (found: Referable) => void;
}

/** What "[[" can mean here: tables and figures of the report. The caret stays in the text. */
export function ReferenceList({ label, hits, at, onTake }: ReferenceListProps) {
  const current = hits[at];
  return (
    <div className={styles.offers}>
      <ul aria-label={label} className={popover.list} role="listbox">
        {hits.map((hit, index) => (
          <li
            aria-selected={index === at}
            className={popover.row}
            data-current={index === at || undefined}
            key={`${hit.as} ${hit.exhibitId}`}
            onClick={() => onTake(hit)}
            onPointerDown={(event) => event.preventDefault()}
            role="option"
          >
            <span className={styles.offerName}>{hit.name}</span>
            <span className={popover.rowLabel}>{hit.title}</span>
          </li>
        ))}
      </ul>
      <div aria-live="polite">
        <VisuallyHidden>{current === undefined ? '' : `${current.name}. ${current.title}`}</VisuallyHidden>
      </div>
    </div>
  );
}
