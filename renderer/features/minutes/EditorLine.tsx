import { memo, useRef } from 'react';
import type { AgreedAction, LineConflict } from '../../../shared/contract/minutes.ts';
import type { Language } from '../../../shared/model/text.ts';
import { client } from '../../lib/client.ts';
import mirrored from '../../lib/fields/mirrored.module.css';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { cx } from '../../ui/cx.ts';
import { ActionStrip } from './ActionStrip.tsx';
import { AgreeStrip } from './AgreeStrip.tsx';
import { ConflictStrip } from './ConflictStrip.tsx';
import styles from './editor.module.css';
import { LineField } from './LineField.tsx';
import { LineUnder } from './LineUnder.tsx';
import { MarkName } from './MarkName.tsx';
import type { Desk, Strip } from './minutes-desk.ts';
import type { DraftLine } from './minutes-model.ts';
import read from './minutes.module.css';
import { ReasonStrip } from './ReasonStrip.tsx';
import { ThemeStrip } from './ThemeStrip.tsx';
import { WhoStrip } from './WhoStrip.tsx';

export interface EditorLineProps {
  readonly desk: Desk;
  readonly line: DraftLine;
  readonly lang: Language;
  /** The name of its field while it is written in, else null. */
  readonly label: string | null;
  readonly strip: Strip | null;
  readonly conflict: LineConflict | null;
  readonly action: AgreedAction | null;
  /** The day of the meeting, ISO: what is said to be done later is later than that. */
  readonly day: string;
  readonly onLeave: (lineId: string, by: -1 | 1, x: number | null) => void;
}

/** One line of the minutes that are being written: the words, and what stands under them. */
export const EditorLine = memo(function EditorLine(props: EditorLineProps) {
  const { desk, line, lang, label, strip, conflict, action, day, onLeave } = props;
  const say = useText();
  const save = useSave();
  const words = useRef<HTMLParagraphElement>(null);
  const mark = line.facts?.mark ?? null;
  const back = (): void => desk.go({ lineId: line.id, caret: desk.store.get().at?.caret ?? line.body.length });
  const close = (): void => {
    desk.open(null);
    back();
  };
  return (
    <div className={read.line} data-action={mark === 'action' || undefined} data-line={line.id}>
      <MarkName mark={mark} />
      <div className={read.body}>
        <div className={cx(mirrored.mirrored, styles.words)}>
          <p className={mirrored.mirror} data-hidden={label !== null || undefined} data-words lang={lang} ref={words}>
            {line.body === '' ? '\u200B' : line.body}
          </p>
          {label === null ? null : (
            <LineField desk={desk} label={label} lang={lang} line={line} onLeave={(by, x) => onLeave(line.id, by, x)} wordsRef={words} />
          )}
        </div>
        {line.facts === null ? null : (
          <LineUnder
            line={line.facts}
            onRemove={label === null ? undefined : (codingId) => void save(() => client.coding.remove({ codingIds: [codingId] }))}
          />
        )}
        {strip === 'who' && line.facts !== undefined ? <WhoStrip desk={desk} line={line} onClose={close} /> : null}
        {strip === 'theme' ? <ThemeStrip desk={desk} lineId={line.id} onClose={close} /> : null}
        {strip === 'reason' ? <ReasonStrip facts={line.facts} onClose={close} /> : null}
        {strip === 'action' ? (
          <AgreeStrip action={action} day={day} lang={lang} lineId={line.id} meetingId={desk.meetingId} onClose={close} />
        ) : action === null || mark !== 'action' ? null : (
          <ActionStrip
            action={action}
            lang={lang}
            onChange={label === null ? undefined : () => desk.open({ lineId: line.id, kind: 'action' })}
          />
        )}
        {conflict === null ? null : <ConflictStrip conflict={conflict} desk={desk} name={say('minutes.conflict.title')} />}
      </div>
    </div>
  );
});
