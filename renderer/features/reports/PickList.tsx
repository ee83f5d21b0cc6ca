import { useId, useState, type ReactNode } from 'react';
import { fold } from '../../../shared/texts/fold.ts';
import { useText } from '../../lib/text.ts';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import type { IconName } from '../../ui/icon/icons.ts';
import { moveInList } from '../../ui/keyboard/move-in-list.ts';
import list from '../../ui/popover/Popover.module.css';
import { VisuallyHidden } from '../../ui/visually-hidden/VisuallyHidden.tsx';
import styles from './PickList.module.css';

/** Something that can be picked. */
export interface PickOption {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  /** Stands before the label: a number. */
  readonly mark?: string;
  readonly detail?: string;
  readonly lang?: string;
  /** Depth in a list of chapters. */
  readonly indent?: number;
}

interface PickListProps {
  readonly label: string;
  readonly options: readonly PickOption[];
  readonly onPick: (id: string) => void;
  /** Stands where the list would, when there is nothing to pick. */
  readonly empty?: ReactNode;
  /** The one that is marked from the start; the first when left out. */
  readonly chosen?: string | undefined;
}

/** A list that is looked through by typing: the best hit is marked, the arrows move, Enter picks. */
export function PickList({ label, options, onPick, empty, chosen }: PickListProps) {
  const say = useText();
  const id = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState<number | null>(null);
  const wanted = fold(text);
  const hits =
    wanted === ''
      ? options
      : options.filter((option) => fold(`${option.mark ?? ''} ${option.label} ${option.detail ?? ''}`).includes(wanted));
  const first =
    wanted === ''
      ? Math.max(
          0,
          hits.findIndex((option) => option.id === chosen),
        )
      : 0;
  const index = Math.min(at ?? first, hits.length - 1);
  const current = hits[index];
  if (options.length === 0) return <p className={styles.empty}>{empty ?? say('reports.add.none')}</p>;
  return (
    <div className={styles.pick}>
      <input
        aria-activedescendant={current === undefined ? undefined : `${id}-${index}`}
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-expanded
        aria-label={label}
        autoComplete="off"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the list opens because a key asked for it
        autoFocus
        className={styles.input}
        onChange={(event) => {
          setText(event.target.value);
          setAt(null);
        }}
        onKeyDown={(event) => {
          const next = event.key === 'Home' || event.key === 'End' ? null : moveInList(event.key, { index, count: hits.length, page: 8 });
          if (next !== null) {
            setAt(next);
            document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
          } else if (event.key === 'Enter' && !event.nativeEvent.isComposing && current !== undefined) onPick(current.id);
          else return;
          event.preventDefault();
        }}
        placeholder={say('reports.add.find')}
        role="combobox"
        spellCheck={false}
        type="text"
        value={text}
      />
      <ul aria-label={label} className={styles.list} id={`${id}-list`} role="listbox">
        {hits.map((option, place) => (
          <li
            aria-selected={place === index}
            className={cx(list.row, styles.row)}
            data-current={place === index || undefined}
            id={`${id}-${place}`}
            key={option.id}
            onClick={() => onPick(option.id)}
            onPointerDown={(event) => event.preventDefault()}
            ref={option.id === chosen && place === index ? showIt : undefined}
            role="option"
            style={option.indent === undefined ? undefined : { paddingInlineStart: `${0.5 + option.indent}rem` }}
          >
            {option.icon === undefined ? null : <Icon name={option.icon} />}
            {option.mark === undefined ? null : <span className={styles.mark}>{option.mark}</span>}
            <span className={cx(list.rowLabel, styles.label)} lang={option.lang}>
              {option.label}
            </span>
            {option.detail === undefined ? null : <span className={cx(list.rowDetail, styles.detail)}>{option.detail}</span>}
          </li>
        ))}
      </ul>
      {hits.length === 0 ? <p className={styles.empty}>{say('reports.add.none')}</p> : null}
      <div aria-live="polite">
        <VisuallyHidden>{text === '' ? '' : say('reports.add.hits', { n: hits.length })}</VisuallyHidden>
      </div>
    </div>
  );
}

function showIt(row: HTMLLIElement | null): void {
  row?.scrollIntoView({ block: 'nearest' });
}
