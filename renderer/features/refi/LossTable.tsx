import type { ReactNode } from 'react';
import { receiveFile } from '../../lib/blobs.ts';
import { client } from '../../lib/client.ts';
import { formatNumber } from '../../lib/format.ts';
import { notice } from '../../lib/status.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import styles from './refi.module.css';

/** One kind of thing that does not come along or was put right, in words. */
export interface LossRow {
  readonly id: string;
  readonly isLost: boolean;
  readonly what: string;
  readonly count: number;
  readonly places: readonly { readonly line: number; readonly what: string }[];
}

/** Examples shown of each kind. */
const shownPlaces = 3;

/** A title as long as a list can have; never half a character at its end. */
function cutTitle(title: string): string {
  return title
    .slice(0, 200)
    .toWellFormed()
    .replace(/\uFFFD$/u, '')
    .trim();
}

/** What does not come along and what was put right: kind, how often, examples. To copy, or to keep as a file. */
export function LossTable({ rows, name }: { readonly rows: readonly LossRow[]; readonly name: string }) {
  const say = useText();
  const save = useSave();
  const language = useLanguage();
  const example = ({ places }: LossRow): string =>
    places
      .filter(({ line, what }) => line > 0 || what !== '')
      .map(({ line, what }) => (line === 0 ? what : [what, say('refi.loss.line', { line })].filter((part) => part !== '').join(', ')))
      .slice(0, shownPlaces)
      .join('; ');
  const state = ({ isLost }: LossRow): string => say(isLost ? 'refi.loss.lost' : 'refi.loss.mended');
  const caption = say(rows.some(({ isLost }) => !isLost) ? 'refi.loss.caption' : 'refi.loss.lost');
  const header = [say('refi.loss.what'), say('refi.loss.count'), say('refi.loss.example')];
  const lines = [['', ...header], ...rows.map((row) => [state(row), row.what, String(row.count), example(row)])];
  async function copy(): Promise<void> {
    await save(() => navigator.clipboard.writeText(lines.map((line) => line.join('\t')).join('\n')));
    notice.set({ text: say('refi.loss.copied'), tone: 'neutral' });
  }
  async function keep(): Promise<void> {
    const made = await save(() => client.refi.lossList({ title: cutTitle(`${caption} ${name}`), language, rows: lines }));
    if (made !== undefined) await receiveFile(made.ticket, made.fileName);
  }
  // Where everything is left out, the caption says so once.
  const isMixed = rows.some(({ isLost }) => !isLost);
  const cells = (row: LossRow): ReactNode => (
    <>
      {isMixed ? (
        <td className={styles.state}>
          <StatusText icon={row.isLost ? 'softCheck' : 'done'} tone={row.isLost ? 'warn' : 'neutral'}>
            {state(row)}
          </StatusText>
        </td>
      ) : null}
      <th scope="row">{row.what}</th>
      <td className={styles.figure}>{formatNumber(row.count, language)}</td>
      <td className={styles.words}>{example(row)}</td>
    </>
  );
  return (
    <>
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {isMixed ? <td /> : null}
            <th scope="col">{header[0]}</th>
            <th className={styles.figure} scope="col">
              {header[1]}
            </th>
            <th scope="col">{header[2]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>{cells(row)}</tr>
          ))}
        </tbody>
      </table>
      <div className={styles.actions}>
        <Button onPress={() => void copy()} size="bar">
          {say('refi.loss.copy')}
        </Button>
        <Button icon="export" onPress={() => void keep()} size="bar">
          {say('refi.loss.save')}
        </Button>
      </div>
    </>
  );
}
