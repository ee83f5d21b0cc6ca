import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import styles from './wells.module.css';

interface WellPlaceProps {
  /** What stands there while nothing is being chosen. It keeps its room, so that no line of wells breaks when the box opens. */
  readonly chip: ReactNode;
  /** The type-ahead, over the chip, while it is open. */
  readonly box: ReactNode | null;
}

/** The chip or button of a well with its type-ahead over it, kept within the line of wells. */
export function WellPlace({ chip, box }: WellPlaceProps) {
  const place = useRef<HTMLSpanElement>(null);
  const [shift, setShift] = useState(0);
  const isOpen = box !== null;
  useLayoutEffect(() => {
    const over = place.current?.querySelector(`.${styles.wellOver ?? ''}`)?.getBoundingClientRect();
    const line = place.current?.closest(`.${styles.wells ?? ''}`) ?? null;
    if (isOpen && over !== undefined && line !== null) {
      const end = line.getBoundingClientRect().right - Number.parseFloat(getComputedStyle(line).paddingInlineEnd);
      setShift((now) => Math.max(0, over.right + now - end));
    } else setShift(0);
  }, [isOpen]);
  return (
    <span className={styles.wellPlace} ref={place}>
      <span className={styles.wellChip} data-hidden={isOpen || undefined} inert={isOpen}>
        {chip}
      </span>
      {isOpen ? (
        <span className={styles.wellOver} style={{ insetInlineStart: -shift }}>
          {box}
        </span>
      ) : null}
    </span>
  );
}
