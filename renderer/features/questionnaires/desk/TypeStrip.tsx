import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Question } from '../../../../shared/model/questionnaire.ts';
import { useText } from '../../../lib/text.ts';
import { Icon } from '../../../ui/icon/Icon.tsx';
import { Keycap } from '../../../ui/keycap/Keycap.tsx';
import { stripDeed } from '../design/designer-keys.ts';
import { firstTypes, moreDigit, moreTypes, typeIcons, type StripType } from '../design/question-types.ts';
import styles from './TypeStrip.module.css';

export interface TypeStripProps {
  /** The type of the question, or null while it has none of its own: then the one above is preselected. */
  readonly current: StripType | null;
  readonly above: Question | null;
  readonly onChoose: (type: StripType) => void;
  readonly onSame: () => void;
  readonly onCancel: () => void;
}

/** The types of questions, each with its digit; 9 shows the rarer ones. Enter takes the one that is marked. */
export function TypeStrip({ current, above, onChoose, onSame, onCancel }: TypeStripProps) {
  const say = useText();
  const wanted: StripType = current ?? above?.type ?? 'open';
  // It always begins with the usual ones: a digit means the same every time.
  const [isMore, setMore] = useState(false);
  const [marked, setMarked] = useState<StripType | 'more'>(wanted);
  const frame = useRef<HTMLDivElement>(null);
  const types = isMore ? moreTypes : firstTypes;
  const shown = isMore || firstTypes.includes(wanted) ? types : [...firstTypes, wanted];
  useEffect(() => frame.current?.querySelector<HTMLElement>('[data-marked]')?.focus({ preventScroll: true }), [marked, isMore]);

  function showMore(): void {
    setMore(!isMore);
    setMarked(isMore ? 'one' : 'consent');
  }

  function take(type: StripType): void {
    // Enter on what the question above has takes its scale and heading too.
    if (current === null && above !== null && type === above.type) onSame();
    else onChoose(type);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const deed = stripDeed(event, isMore);
    if (deed === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (deed.do === 'choose') onChoose(deed.type);
    else if (deed.do === 'turn') showMore();
    else if (deed.do === 'step') step(deed.by);
    else onCancel();
  }

  function step(by: -1 | 1): void {
    const all = [...shown, 'more'] as const;
    setMarked(all[(all.indexOf(marked) + by + all.length) % all.length] ?? 'more');
  }

  return (
    <div aria-label={say('questionnaires.designer.types')} className={styles.strip} onKeyDown={onKeyDown} ref={frame} role="toolbar">
      {shown.map((type, index) => (
        <button
          className={styles.type}
          data-marked={type === marked || undefined}
          key={type}
          onClick={() => take(type)}
          tabIndex={type === marked ? 0 : -1}
          type="button"
        >
          <Keycap keys={index < types.length ? String(index + 1) : '↵'} look={type === marked ? 'filled' : 'normal'} />
          {typeIcons[type] === undefined ? null : <Icon name={typeIcons[type]} size={14} />}
          {say(`questionnaires.type.${type}`)}
        </button>
      ))}
      <button
        className={styles.type}
        data-marked={marked === 'more' || undefined}
        onClick={showMore}
        tabIndex={marked === 'more' ? 0 : -1}
        type="button"
      >
        <Keycap keys={String(moreDigit)} look={marked === 'more' ? 'filled' : 'normal'} />
        {say(isMore ? 'questionnaires.designer.usualTypes' : 'questionnaires.designer.moreTypes')}
      </button>
      <p className={styles.help}>
        <Keycap isSilent keys="↵" />
        {say(
          current === null && above !== null && shown.includes(above.type)
            ? 'questionnaires.designer.enterSame'
            : 'questionnaires.designer.enterMarked',
        )}
      </p>
    </div>
  );
}
