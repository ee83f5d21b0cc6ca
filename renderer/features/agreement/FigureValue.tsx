import type { AgreementFigure } from '../../../shared/contract/agreement.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import styles from './agreement.module.css';

interface FigureValueProps {
  readonly figure: AgreementFigure;
  readonly isPercent?: boolean;
  readonly showsInterval?: boolean;
}

/** A coefficient with two decimals, or in words why there is none. */
export function FigureValue({ figure, isPercent = false, showsInterval = false }: FigureValueProps) {
  const say = useText();
  const language = useLanguage();
  if (figure.value === null) return <span className={styles.noFigure}>{say(`agreement.none.${figure.because}`)}</span>;
  const { value, low, high } = figure;
  // 100 % is said only of what is wholly alike.
  if (isPercent)
    return say('agreement.percent', { percent: formatNumber(value === 1 ? 100 : Math.min(99, Math.round(value * 100)), language) });
  const number = formatNumber(value, language, 2);
  if (!showsInterval || low === null || high === null) return number;
  return (
    <>
      {number}{' '}
      <span className={styles.interval}>
        {say('agreement.interval', { low: formatNumber(low, language, 2), high: formatNumber(high, language, 2) })}
      </span>
    </>
  );
}
