import { useText } from '../../lib/text.ts';
import { ThemeMark } from '../../ui/theme-mark/ThemeMark.tsx';
import { branchOf, type Themes } from '../themes/index.ts';
import { headWidth } from './kept-look.ts';
import styles from './MatrixGrid.module.css';
import type { DrawnColumn } from './use-matrix-view.ts';
import type { MatrixData } from './use-matrix.ts';

export interface MatrixHeadProps {
  readonly data: MatrixData;
  readonly themes: Themes;
  readonly current: number;
  readonly columns: readonly DrawnColumn[];
}

/** The themes over their columns, each with how many of its cells are done. */
export function MatrixHead({ data, themes, current, columns }: MatrixHeadProps) {
  const say = useText();
  const { themeIds, unit } = data.matrix;
  return (
    <div aria-rowindex={1} className={styles.head} role="row">
      <div aria-colindex={1} className={styles.corner} role="columnheader" style={{ inlineSize: headWidth }}>
        {say(`framework.unit.${unit}`)}
      </div>
      {columns.map(({ column, left, width, isFrozen }) => {
        const themeId = themeIds[column] ?? '';
        const theme = themes.byId.get(themeId);
        const fill = data.progress?.columns[column];
        return (
          <div
            aria-colindex={column + 2}
            className={styles.headCell}
            data-current={column === current || undefined}
            data-frozen={isFrozen || undefined}
            key={themeId}
            role="columnheader"
            style={{ insetInlineStart: left, inlineSize: width }}
          >
            <span className={styles.headName}>
              {theme === undefined ? null : <ThemeMark mark={branchOf(theme)} />}
              <span>{themes.nameOf(themeId)}</span>
            </span>
            {fill === undefined ? null : (
              <span className={styles.headFacts}>
                {say('framework.fill', { done: fill.done, cells: fill.cells })}
                {isFrozen ? ` · ${say('framework.frozen')}` : ''}
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}
