import { useId, useState, type ReactNode } from 'react';
import type { AgreementFigure, AgreementLevel, AgreementPair, Coder } from '../../../shared/contract/agreement.ts';
import { useText } from '../../lib/text.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import styles from './agreement.module.css';
import { FigureValue } from './FigureValue.tsx';
import { readingOf, type Reading } from './figure-words.ts';
import { FourFold } from './FourFold.tsx';

interface AgreementRowProps {
  readonly name: ReactNode;
  readonly pairs: readonly AgreementPair[];
  readonly alpha: AgreementFigure;
  readonly level: AgreementLevel;
  readonly coders: readonly Coder[];
  readonly isStrong?: boolean;
  /** What stands under the tables when the row is open. */
  readonly children?: ReactNode;
}

const tones = {
  sure: { tone: 'good', icon: 'done' },
  tentative: { tone: 'warn', icon: 'softCheck' },
  discuss: { tone: 'warn', icon: 'softCheck' },
  none: { tone: 'neutral' },
} as const satisfies Record<Reading, object>;

/** A theme's figures on one line; opened, the two-by-two table of every pair. */
export function AgreementRow({ name, pairs, alpha, level, coders, isStrong = false, children }: AgreementRowProps) {
  const say = useText();
  const [isOpen, setOpen] = useState(false);
  const detail = useId();
  const [only] = pairs;
  const pair = pairs.length === 1 ? only : undefined;
  const reading = readingOf(alpha);
  const ofPair = (figure: 'percent' | 'kappa' | 'ac1'): ReactNode =>
    pair === undefined ? (
      <span className={styles.noFigure}>{say('agreement.seePairs')}</span>
    ) : (
      <FigureValue figure={pair[figure]} isPercent={figure === 'percent'} />
    );
  return (
    <>
      <tr data-strong={isStrong || undefined}>
        <th scope="row">
          <button aria-controls={detail} aria-expanded={isOpen} className={styles.open} onClick={() => setOpen(!isOpen)} type="button">
            <Icon name={isOpen ? 'unfold' : 'expand'} size={13} />
            <span className={styles.theme}>{name}</span>
          </button>
        </th>
        <td>{ofPair('percent')}</td>
        <td>{ofPair('kappa')}</td>
        <td>{ofPair('ac1')}</td>
        <td>
          <FigureValue figure={alpha} />
        </td>
        <td className={styles.reading}>
          <StatusText {...tones[reading]}>{say(`agreement.reading.${reading}`)}</StatusText>
        </td>
      </tr>
      <tr className={styles.detail} hidden={!isOpen} id={detail}>
        <td colSpan={6}>
          {isOpen ? (
            <div className={styles.detailBody}>
              {pairs.map((one) => (
                <FourFold coders={coders} key={`${one.firstId}${one.secondId}`} level={level} pair={one} />
              ))}
              {children}
            </div>
          ) : null}
        </td>
      </tr>
    </>
  );
}
