import { useQuery } from '@tanstack/react-query';
import { Fragment, useId } from 'react';
import { Level, Polarity } from '../../../shared/contract/coding.ts';
import type { CrossingRow } from '../../../shared/contract/themes-tree.ts';
import type { ThemeId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useText } from '../../lib/text.ts';
import { Banner } from '../../ui/banner/Banner.tsx';
import styles from './ThemeCrossing.module.css';

const tones = [...Polarity.options, 'none'] as const;
const levels = [...Level.options, 'none'] as const;

/** A theme and what stands under it by the service it is about, tone and level: persons first. To look at, not to take away. */
export function ThemeCrossing({ themeId, name }: { readonly themeId: ThemeId; readonly name: string }) {
  const say = useText();
  const captionId = useId();
  const query = useQuery(orpc.themes.crossing.queryOptions({ input: { themeId } }));
  return (
    <Loaded query={query}>
      {({ rows, all }) => {
        if (rows.length === 0) return <p className={styles.note}>{say('themes.crossing.empty')}</p>;
        const toneColumns = columnsOf(tones, (tone) => rows.some((row) => row.polarity[tone] !== undefined));
        const levelColumns = columnsOf(levels, (level) => rows.some((row) => row.level[level] !== undefined));
        return (
          <div className={styles.crossing}>
            <Banner icon="insideView" isHatched title={say('themes.crossing.inside')} tone="warn">
              {say('themes.crossing.insideHow')}
            </Banner>
            <div aria-labelledby={captionId} className={styles.frame} role="group" tabIndex={0}>
              <table className={styles.table}>
                <caption className={styles.caption} id={captionId}>
                  {say('themes.crossing.title', { theme: name })}
                </caption>
                <thead>
                  <tr>
                    <th className={styles.stub} rowSpan={2} scope="col">
                      {say('themes.crossing.service')}
                    </th>
                    <th rowSpan={2} scope="col">
                      {say('themes.crossing.persons')}
                    </th>
                    <th rowSpan={2} scope="col">
                      {say('themes.crossing.mentions')}
                    </th>
                    {toneColumns.length === 0 ? null : (
                      <th className={styles.group} colSpan={toneColumns.length} scope="colgroup">
                        {say('themes.crossing.polarity')}
                      </th>
                    )}
                    {levelColumns.length === 0 ? null : (
                      <th className={styles.group} colSpan={levelColumns.length} scope="colgroup">
                        {say('themes.crossing.level')}
                      </th>
                    )}
                  </tr>
                  <tr>
                    {toneColumns.map((tone, index) => (
                      <th data-first={index === 0 || undefined} key={tone} scope="col">
                        {say(`themes.crossing.polarity.${tone}`)}
                      </th>
                    ))}
                    {levelColumns.map((level, index) => (
                      <th data-first={index === 0 || undefined} key={level} scope="col">
                        {say(`themes.crossing.level.${level}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.serviceId ?? 'none'}>
                      <th className={styles.stub} scope="row">
                        {row.service ?? say('themes.crossing.noService')}
                      </th>
                      <td className={styles.persons}>{row.all.persons}</td>
                      <td>{row.all.mentions}</td>
                      <Cells columns={toneColumns} counts={row.polarity} />
                      <Cells columns={levelColumns} counts={row.level} />
                    </tr>
                  ))}
                </tbody>
                <tfoot>
                  <tr>
                    <th className={styles.stub} scope="row">
                      {say('themes.crossing.all')}
                    </th>
                    <td className={styles.persons}>{all.persons}</td>
                    <td>{all.mentions}</td>
                    {toneColumns.length + levelColumns.length === 0 ? null : <td colSpan={toneColumns.length + levelColumns.length} />}
                  </tr>
                </tfoot>
              </table>
            </div>
            <p className={styles.note}>{say('themes.crossing.how')}</p>
          </div>
        );
      }}
    </Loaded>
  );
}

/** Only what somebody has said; nothing when no coding says it at all. */
function columnsOf<K extends string>(all: readonly K[], isSaid: (column: K) => boolean): readonly K[] {
  const said = all.filter(isSaid);
  return said.some((column) => column !== 'none') ? said : [];
}

interface CellsProps<K extends string> {
  readonly columns: readonly K[];
  readonly counts: Readonly<Partial<Record<K, CrossingRow['all']>>>;
}

function Cells<K extends string>({ columns, counts }: CellsProps<K>) {
  return (
    <Fragment>
      {columns.map((column, index) => (
        <td data-first={index === 0 || undefined} key={column}>
          {counts[column]?.persons ?? 0}
        </td>
      ))}
    </Fragment>
  );
}
