import type { AgreementLevel, AgreementPair, Coder } from '../../../shared/contract/agreement.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import styles from './agreement.module.css';
import { FigureValue } from './FigureValue.tsx';

interface FourFoldProps {
  readonly pair: AgreementPair;
  readonly level: AgreementLevel;
  readonly coders: readonly Coder[];
}

const coefficients = ['percent', 'kappa', 'ac1', 'brennanPrediger'] as const;

/** The two-by-two table of a pair of coders, and every coefficient that follows from it. */
export function FourFold({ pair, level, coders }: FourFoldProps) {
  const say = useText();
  const language = useLanguage();
  const nameOf = (id: string): string => coders.find(({ coderId }) => coderId === id)?.name ?? '';
  const [first, second] = [nameOf(pair.firstId), nameOf(pair.secondId)];
  const number = (count: number): string => formatNumber(count, language);
  return (
    <div className={styles.pair}>
      <table className={styles.fourFold}>
        <caption>{say('agreement.fourFold', { first, second, level })}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{say('agreement.has', { name: second })}</th>
            <th scope="col">{say('agreement.hasNot', { name: second })}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{say('agreement.has', { name: first })}</th>
            <td data-same>{number(pair.both)}</td>
            <td>{number(pair.onlyFirst)}</td>
          </tr>
          <tr>
            <th scope="row">{say('agreement.hasNot', { name: first })}</th>
            <td>{number(pair.onlySecond)}</td>
            <td data-same>{number(pair.neither)}</td>
          </tr>
        </tbody>
      </table>
      <dl className={styles.coefficients}>
        {coefficients.map((name) => (
          <div key={name}>
            <dt>{say(`agreement.figure.${name}`)}</dt>
            <dd>
              <FigureValue figure={pair[name]} isPercent={name === 'percent'} showsInterval />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
