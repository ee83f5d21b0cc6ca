import { useState } from 'react';
import type { Disagreement, Settlement } from '../../../shared/contract/agreement.ts';
import type { ActorId } from '../../../shared/model/ids.ts';
import { client } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { notice } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import type { Themes } from '../themes/index.ts';
import styles from './disagreements.module.css';
import { DisagreementList, placeOf } from './DisagreementList.tsx';
import { DisagreementPane } from './DisagreementPane.tsx';
import type { Marking } from './marked-parts.ts';

interface DisagreementDeskProps {
  readonly rows: readonly Disagreement[];
  /** How many there are; the list holds the first 200. */
  readonly total: number;
  readonly state: 'open' | 'settled';
  readonly coderIds: readonly [ActorId, ActorId];
  readonly themes: Themes;
}

/** The list and the open disagreement beside it. A choice settles it, and the next one stands there. */
export function DisagreementDesk({ rows, total, state, coderIds, themes }: DisagreementDeskProps) {
  const say = useText();
  const save = useSave();
  const [wanted, setWanted] = useState(0);
  const [mode, setMode] = useState<'choose' | 'range'>('choose');
  const [noteAsked, setNoteAsked] = useState(0);
  // Written before it is settled, and kept with it.
  const [note, setNote] = useState('');
  const at = Math.min(wanted, rows.length - 1);
  const row = rows[at];
  const move = (step: number): void => {
    setMode('choose');
    setNoteAsked(0);
    setNote('');
    setWanted(Math.min(rows.length - 1, Math.max(0, at + step)));
  };
  const settle = async (as: Settlement, range?: Marking): Promise<void> => {
    if (row === undefined) return;
    const { textId, themeId } = row;
    const done = await save(() =>
      client.agreement.settle({
        textId,
        themeId,
        coderIds: [...coderIds],
        as,
        ...(range === undefined ? {} : { range }),
        ...(note === '' ? {} : { note }),
      }),
    );
    setMode('choose');
    if (done === undefined) return;
    setNote('');
    setNoteAsked(0);
    notice.set({ text: say('agreement.settled', { theme: themes.nameOf(themeId), place: placeOf(row) }), tone: 'neutral' });
  };
  const reopen = async (): Promise<void> => {
    if (row === undefined || !row.isSettled) return;
    await save(() => client.agreement.reopen({ textId: row.textId, themeId: row.themeId }));
  };
  const write = (written: string): void => {
    if (row === undefined) return;
    if (row.isSettled) void save(() => client.agreement.note({ textId: row.textId, themeId: row.themeId, note: written }));
    else setNote(written);
  };
  const canChoose = mode === 'choose' && row !== undefined;
  useCommand('disagreements.first', () => void settle('first'), canChoose);
  useCommand('disagreements.second', () => void settle('second'), canChoose);
  useCommand('disagreements.union', () => void settle('union'), canChoose);
  useCommand('disagreements.overlap', () => void settle('overlap'), canChoose);
  useCommand('disagreements.none', () => void settle('none'), canChoose);
  useCommand('disagreements.range', () => setMode('range'), canChoose);
  useCommand('disagreements.note', () => setNoteAsked(noteAsked + 1), canChoose);
  useCommand('disagreements.reopen', () => void reopen(), canChoose && state === 'settled');
  useCommand('disagreements.next', () => move(1), canChoose);
  useCommand('disagreements.previous', () => move(-1), canChoose);
  return (
    <div className={styles.desk}>
      <div className={styles.side}>
        <DisagreementList current={at} onCurrent={(index) => move(index - at)} rows={rows} themes={themes} />
        {total > rows.length ? <p className={styles.more}>{say('agreement.firstOnly', { shown: rows.length, total })}</p> : null}
      </div>
      {row === undefined ? null : (
        <DisagreementPane
          coderIds={coderIds}
          key={`${row.textId}${row.themeId}`}
          mode={mode}
          noteAsked={noteAsked}
          onChoose={() => setMode('choose')}
          onLeaveNote={() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined)}
          onNote={write}
          onRange={() => setMode('range')}
          onReopen={() => void reopen()}
          onSettle={(as, range) => void settle(as, range)}
          row={row}
          theme={themes.nameOf(row.themeId)}
        />
      )}
    </div>
  );
}
