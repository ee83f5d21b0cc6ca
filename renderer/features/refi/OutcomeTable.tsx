import type { RefiOutcome } from '../../../shared/contract/refi.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import styles from './refi.module.css';

const kinds = [
  'themes',
  'texts',
  'codings',
  'memos',
  'persons',
  'questions',
  'values',
  'people',
] as const satisfies readonly (keyof RefiOutcome)[];
const ways = ['made', 'changed', 'same', 'left'] as const;

/** What the file comes to: of each kind how many are new, change, are the same, stay out. */
export function OutcomeTable({ outcome }: { readonly outcome: RefiOutcome }) {
  const say = useText();
  const language = useLanguage();
  return (
    <table className={styles.table}>
      <caption>{say('refi.table.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('refi.table.kind')}</th>
          {ways.map((way) => (
            <th className={styles.figure} key={way} scope="col">
              {say(`refi.table.${way}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => (
          <tr key={kind}>
            <th scope="row">{say(`refi.table.${kind}`)}</th>
            {ways.map((way) => {
              const count = outcome[kind][way];
              return (
                <td className={`${styles.figure ?? ''} ${count === 0 ? (styles.zero ?? '') : ''}`} key={way}>
                  {formatNumber(count, language)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
