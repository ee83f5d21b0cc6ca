import type { SaturationView } from '../../../shared/contract/patterns.ts';
import { formatDayShort } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import styles from './patterns.module.css';

/** The figures of the curve, interview by interview. Inside only. */
export function SaturationTable({ found }: { readonly found: SaturationView }) {
  const say = useText();
  const language = useLanguage();
  const runs = new Map((found.runs?.runs ?? []).map((run) => [run.after, run]));
  const number = (value: number): string => value.toFixed(1).replace('.', language === 'en' ? '.' : ',');
  return (
    <section className={styles.inside}>
      <h2 className={styles.heading}>{say('patterns.saturation.table')}</h2>
      <div className={styles.frame}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th className={styles.figure} scope="col">
                {say('patterns.saturation.order')}
              </th>
              <th scope="col">{say('patterns.saturation.code')}</th>
              <th scope="col">{say('patterns.saturation.heldOn')}</th>
              <th className={styles.figure} scope="col">
                {say('patterns.saturation.themesIn')}
              </th>
              <th className={styles.figure} scope="col">
                {say('patterns.saturation.newIn')}
              </th>
              <th className={styles.figure} scope="col">
                {say('patterns.saturation.run', { base: found.baseSize })}
              </th>
              <th className={styles.figure} scope="col">
                {say('patterns.saturation.expected')}
              </th>
            </tr>
          </thead>
          <tbody>
            {found.cases.map((one, at) => {
              const run = runs.get(at);
              return (
                <tr key={`${one.code} ${one.heldOn} ${at}`}>
                  <td className={styles.figure}>{at + 1}</td>
                  <th scope="row">{one.code}</th>
                  <td>{formatDayShort(one.heldOn, language)}</td>
                  <td className={styles.figure}>{one.themes}</td>
                  <td className={styles.figure}>{one.newThemes}</td>
                  <td className={styles.figure}>{run === undefined ? '' : `${run.newThemes} (${Math.round(100 * run.ratio)} %)`}</td>
                  <td className={styles.figure}>{number(found.curve[at + 1] ?? 0)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
