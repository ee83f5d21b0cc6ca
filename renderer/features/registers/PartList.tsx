import { type ReactNode, useState } from 'react';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import styles from './registers.module.css';

export interface PartListProps<Part> {
  readonly title: string;
  readonly parts: readonly Part[];
  readonly idOf: (part: Part) => string;
  /** What stands in the closed row. */
  readonly words: (part: Part) => string;
  readonly addLabel: string;
  readonly onRemove: (part: Part) => void;
  /** The fields of a row that is open; without, rows are only read and taken out. */
  readonly edit?: ((part: Part) => ReactNode) | undefined;
  /** The fields of a new row; `close` after it is made or given up. */
  readonly add?: ((close: () => void) => ReactNode) | undefined;
  readonly empty?: string;
}

/** Things that belong to an entry: closed rows that open in place, and one for a new. */
export function PartList<Part>({ title, parts, idOf, words, addLabel, onRemove, edit, add, empty }: PartListProps<Part>) {
  const say = useText();
  const [openId, setOpenId] = useState<string | null>(null);
  const [adding, setAdding] = useState<'no' | 'now' | 'done'>('no');
  const close = (): void => setAdding('done');
  return (
    <section aria-label={title} className={styles.part}>
      <h3 className={styles.partTitle}>{title}</h3>
      {parts.length === 0 && empty !== undefined ? <p className={styles.quiet}>{empty}</p> : null}
      <ul className={styles.partRows}>
        {parts.map((part) => {
          const id = idOf(part);
          const isOpen = openId === id;
          return (
            <li className={styles.partRow} key={id}>
              <div className={styles.partHead}>
                {edit === undefined ? (
                  <span className={styles.partWords}>{words(part)}</span>
                ) : (
                  <button aria-expanded={isOpen} className={styles.partButton} onClick={() => setOpenId(isOpen ? null : id)} type="button">
                    {words(part)}
                  </button>
                )}
                <IconButton
                  icon="remove"
                  label={say('registers.part.remove', { name: words(part) })}
                  onPress={() => onRemove(part)}
                  size="small"
                />
              </div>
              {isOpen ? <div className={styles.partFields}>{edit?.(part)}</div> : null}
            </li>
          );
        })}
      </ul>
      {add === undefined ? null : adding === 'now' ? (
        <div
          className={styles.partFields}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.defaultPrevented) return;
            event.preventDefault();
            close();
          }}
          role="presentation"
        >
          {add(close)}
        </div>
      ) : (
        // The button comes back where the fields were, and takes the focus they had.
        <div className={styles.add}>
          <Button autoFocus={adding === 'done'} onPress={() => setAdding('now')} size="bar" variant="quiet">
            {addLabel}
          </Button>
        </div>
      )}
    </section>
  );
}
