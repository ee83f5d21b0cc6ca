import { useRef } from 'react';
import type { Themes } from '../themes/index.ts';
import { headWidth } from './kept-look.ts';
import styles from './MatrixGrid.module.css';
import { MatrixGridCell } from './MatrixGridCell.tsx';
import { MatrixHead } from './MatrixHead.tsx';
import { MatrixRowHead } from './MatrixRowHead.tsx';
import type { MatrixDesk } from './use-matrix-desk.ts';
import { rowHeight, useMatrixFocus, useMatrixView } from './use-matrix-view.ts';

export interface MatrixGridProps {
  readonly desk: MatrixDesk;
  readonly themes: Themes;
  /** "30–49 · kvinne" of a row: what it answered to the variables beside. */
  readonly factsOf: (index: number) => string;
}

/** The matrix: header and first column stay while the rest scrolls both ways; only what is in sight is drawn. */
export function MatrixGrid({ desk, themes, factsOf }: MatrixGridProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { data, at } = desk;
  const { themeIds } = data.matrix;
  const { rows, columns, inlineSize, blockSize } = useMatrixView(desk, frame);
  useMatrixFocus(desk, frame);
  return (
    <div className={styles.frame} ref={frame}>
      <div
        aria-colcount={themeIds.length + 1}
        aria-label={data.matrix.name}
        aria-multiselectable
        aria-rowcount={data.pages.total + 1}
        className={styles.grid}
        role="grid"
        style={{ inlineSize, minInlineSize: '100%', blockSize }}
      >
        <MatrixHead columns={columns} current={at.column} data={data} themes={themes} />
        {rows.map(({ index, start }) => (
          <div
            aria-rowindex={index + 2}
            className={styles.row}
            key={index}
            role="row"
            style={{ insetBlockStart: start, blockSize: rowHeight }}
          >
            <MatrixRowHead
              facts={factsOf(index)}
              isCurrent={index === at.row}
              name={desk.nameOf(index)}
              row={data.pages.rowAt(index)}
              width={headWidth}
            />
            {columns.map((drawn) => (
              <MatrixGridCell desk={desk} drawn={drawn} key={themeIds[drawn.column]} row={index} themes={themes} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
