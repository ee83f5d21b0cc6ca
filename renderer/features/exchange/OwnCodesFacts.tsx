import type { OwnCodes } from '../../../shared/contract/exchange.ts';
import { useText } from '../../lib/text.ts';
import styles from './Import.module.css';
import { RowsLeftOut } from './RowsLeftOut.tsx';

/** Participant codes that get a number behind them, and rows of people who have withdrawn; nothing where there are none. */
export function OwnCodesFacts({ codes }: { readonly codes: OwnCodes }) {
  const say = useText();
  return (
    <>
      {codes.renamed === 0 ? null : <p className={styles.reportLine}>{say('exchange.report.renamed', { count: codes.renamed })}</p>}
      <RowsLeftOut count={codes.withdrawn} listed={codes.listed} />
    </>
  );
}
