import type { DocumentBlock } from '../../../../../shared/contract/reports-document.ts';
import { useLanguage, useText } from '../../../../lib/text.ts';
import { Button } from '../../../../ui/button/Button.tsx';
import { VisuallyHidden } from '../../../../ui/visually-hidden/VisuallyHidden.tsx';
import { figureWords } from '../../../exhibits/index.ts';
import styles from './pane.module.css';

interface ChangedPartProps {
  readonly block: DocumentBlock;
  /** The latest draft. */
  readonly draft: number;
  readonly onRead: () => void;
}

/** Figures that are others than in the latest draft: the old one struck, the new one strong. */
export function ChangedPart({ block: { changes, changed }, draft, onRead }: ChangedPartProps) {
  const say = useText();
  const language = useLanguage();
  return (
    <section className={styles.part}>
      <h3>{say('reports.pane.changedSince', { draft })}</h3>
      <div className={styles.box}>
        <ul>
          {changes.map(({ row, column, before, after }) => {
            const figures = { before: figureWords(before, say, language), after: figureWords(after, say, language) };
            return (
              <li key={`${row} ${column}`}>
                <VisuallyHidden>{say('reports.pane.changeSpoken', { row, column, ...figures })}</VisuallyHidden>
                <span aria-hidden>
                  {row}, {column}: <s className={styles.quiet}>{figures.before}</s> <strong>{figures.after}</strong>
                </span>
              </li>
            );
          })}
        </ul>
        <p className={styles.quiet}>
          {changed > changes.length ? `${say('reports.pane.firstChanges', { shown: changes.length, n: changed })} ` : ''}
          {say('reports.pane.untouched')}
        </p>
        <Button kbd="V" onPress={onRead} size="bar">
          {say('reports.pane.read')}
        </Button>
      </div>
    </section>
  );
}
