import { useQuery } from '@tanstack/react-query';
import type { ThemeScope } from '../../../shared/contract/patterns.ts';
import { percentOf } from '../../../shared/statistics/index.ts';
import { orpc } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import type { PartProps } from './part-props.ts';
import { PatternLoaded } from './PatternLoaded.tsx';
import styles from './patterns.module.css';

interface MentionsTableProps extends Omit<PartProps, 'view'> {
  readonly scope: ThemeScope;
  /** The counts themselves are of the inside view; beside released figures only the warning stands. */
  readonly hasCounts: boolean;
}

/** Persons first, mentions second, and where one person gives more than half of them. */
export function MentionsTable({ projectId, themes, scope, hasCounts }: MentionsTableProps) {
  const say = useText();
  const query = useQuery(orpc.patterns.mentions.queryOptions({ input: { projectId, scope } }));
  return (
    <PatternLoaded query={query}>
      {({ themes: counted, persons }) => {
        const voices = counted.filter(({ isOneVoice }) => isOneVoice);
        if (!hasCounts)
          return voices.length === 0 ? null : (
            <ul className={styles.warnings}>
              {voices.map(({ themeId }) => (
                <li key={themeId}>
                  <strong>{themes.nameOf(themeId)}:</strong> {say('patterns.mentions.oneVoice')}
                </li>
              ))}
            </ul>
          );
        return (
          <section className={styles.inside}>
            <h2 className={styles.heading}>{say('patterns.mentions.title')}</h2>
            <p className={styles.quiet}>{say('patterns.mentions.said', { persons })}</p>
            <div className={styles.frame}>
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th scope="col">{say('charts.table.theme')}</th>
                    {(['persons', 'percent', 'mentions', 'most', 'interviews'] as const).map((id) => (
                      <th className={styles.figure} key={id} scope="col">
                        {say(`patterns.mentions.${id}`)}
                      </th>
                    ))}
                    <th scope="col">{say('patterns.mentions.note')}</th>
                  </tr>
                </thead>
                <tbody>
                  {counted.map((one) => (
                    <tr key={one.themeId}>
                      <th data-indent={scope === 'own' ? 0 : Math.min(2, themes.byId.get(one.themeId)?.depth ?? 0)} scope="row">
                        {themes.nameOf(one.themeId)}
                      </th>
                      <td className={styles.figure}>{one.persons}</td>
                      <td className={styles.figure}>{persons === 0 ? '–' : percentOf(one.persons, persons)}</td>
                      <td className={styles.figure}>{one.mentions}</td>
                      <td className={styles.figure}>{one.most}</td>
                      <td className={styles.figure}>{one.interviews}</td>
                      <td className={styles.warn}>{one.isOneVoice ? say('patterns.mentions.oneVoice') : ''}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </section>
        );
      }}
    </PatternLoaded>
  );
}
