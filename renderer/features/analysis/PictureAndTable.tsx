import { useId, useRef } from 'react';
import type { FrameOptions, PictureTexts, SvgNode, TableTwin } from '../../../shared/charts/index.ts';
import { chartPaletteOf } from '../../charts/chart-theme.ts';
import { SvgView } from '../../charts/SvgView.tsx';
import { useText } from '../../lib/text.ts';
import styles from './PictureAndTable.module.css';
import { usePageTheme } from './use-page-theme.ts';
import { useWidth } from './use-width.ts';

interface PictureAndTableProps {
  readonly figure: PictureTexts;
  readonly draw: (options: FrameOptions) => SvgNode;
  readonly table: TableTwin;
}

const widest = 820;

/** A released picture that is no table of answers, drawn by the builder that makes its files, and the same as a table below it. */
export function PictureAndTable({ figure, draw, table }: PictureAndTableProps) {
  const say = useText();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const width = Math.min(useWidth(frame), widest);
  const palette = chartPaletteOf(usePageTheme());
  return (
    <section aria-labelledby={`${id}-title`} className={styles.picture} lang={figure.language}>
      <header>
        <h2 className={styles.title} id={`${id}-title`}>
          {figure.title}
        </h2>
        {figure.subtitle === '' ? null : <p className={styles.quiet}>{figure.subtitle}</p>}
      </header>
      <div className={styles.chart} ref={frame}>
        {width === 0 ? null : <SvgView node={draw({ palette, width, frame: 'screen', idPrefix: id })} />}
      </div>
      <div className={styles.notes}>
        {table.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
      {/* It scrolls by itself where it is wide, so that it can be reached. */}
      <div aria-label={say('analysis.table.twin')} className={styles.frame} role="region" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              {table.header.map((text, at) => (
                <th key={`${at} ${text}`} scope="col">
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(({ key, label, cells, indent }) => (
              <tr data-indent={indent} key={key}>
                <th scope="row">{label}</th>
                {cells.map((cell, at) => (
                  <td key={`${at} ${table.header[at + 1] ?? ''}`}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
