import { useQuery } from '@tanstack/react-query';
import type { ActorId } from '../../../shared/model/ids.ts';
import type { Disagreement, DisagreementView, Settlement } from '../../../shared/contract/agreement.ts';
import { orpc } from '../../lib/client.ts';
import { formatDayShort } from '../../lib/format.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import { CoderColumn } from './CoderColumn.tsx';
import styles from './disagreements.module.css';
import { placeOf } from './DisagreementList.tsx';
import { NoteField } from './NoteField.tsx';
import { RangeField } from './RangeField.tsx';
import type { Marking } from './marked-parts.ts';

interface DisagreementPaneProps {
  readonly row: Disagreement;
  readonly theme: string;
  readonly coderIds: readonly [ActorId, ActorId];
  readonly mode: 'choose' | 'range';
  readonly noteAsked: number;
  readonly onSettle: (as: Settlement, range?: Marking) => void;
  readonly onRange: () => void;
  readonly onChoose: () => void;
  readonly onNote: (note: string) => void;
  readonly onReopen: () => void;
  readonly onLeaveNote: () => void;
}

/** The keys 1 to 6. */
export const choices: readonly Settlement[] = ['first', 'second', 'union', 'overlap', 'none', 'range'];

/** One disagreement: what each marked, side by side, and what can be agreed on. */
export function DisagreementPane(props: DisagreementPaneProps) {
  const { row, theme, coderIds } = props;
  const say = useText();
  const { textId, themeId } = row;
  const query = useQuery(orpc.agreement.disagreement.queryOptions({ input: { textId, themeId, coderIds: [...coderIds] } }));
  return (
    <article aria-label={say('agreement.one', { theme, place: placeOf(row) })} className={styles.pane}>
      <h2 className={styles.title}>
        {theme} <span className={styles.place}>{placeOf(row)}</span>
      </h2>
      <Loaded query={query}>{(view) => <Sides {...props} view={view} />}</Loaded>
    </article>
  );
}

function Sides({
  view,
  mode,
  noteAsked,
  onSettle,
  onRange,
  onChoose,
  onNote,
  onReopen,
  onLeaveNote,
}: DisagreementPaneProps & { readonly view: DisagreementView }) {
  const say = useText();
  const language = useLanguage();
  const [first, second] = view.coders;
  if (first === undefined || second === undefined) return null;
  const { settled, body } = view;
  const spans = [...first.codings, ...second.codings];
  const start = { start: Math.min(...spans.map((one) => one.start)), end: Math.max(...spans.map((one) => one.end)) };
  return (
    <>
      <div className={styles.columns} data-settled={settled === null ? undefined : true}>
        <CoderColumn
          body={body}
          codings={first.codings}
          initials={first.initials}
          language={view.language}
          name={first.name}
          others={second.codings}
          who="first"
        />
        <CoderColumn
          body={body}
          codings={second.codings}
          initials={second.initials}
          language={view.language}
          name={second.name}
          others={first.codings}
          who="second"
        />
        {settled === null ? null : (
          <CoderColumn
            body={body}
            codings={settled.codings}
            initials="="
            language={view.language}
            name={say('agreement.consensus')}
            others={settled.codings}
            who="settled"
          />
        )}
      </div>
      {settled === null ? null : (
        <StatusText icon="done" tone="good">
          {say('agreement.settledBy', { name: settled.by, day: formatDayShort(settled.at, language) })}
        </StatusText>
      )}
      {mode === 'range' ? (
        <RangeField body={body} language={view.language} onCancel={onChoose} onTake={(range) => onSettle('range', range)} start={start} />
      ) : (
        <div aria-label={say('agreement.choices')} className={styles.choices} role="group">
          {choices.map((as, index) => (
            <Button kbd={String(index + 1)} key={as} onPress={() => (as === 'range' ? onRange() : onSettle(as))} size="bar">
              {say(`agreement.as.${as}`, { first: first.name, second: second.name })}
            </Button>
          ))}
          {settled === null ? null : (
            <Button kbd="R" onPress={onReopen} size="bar" variant="quiet">
              {say('agreement.reopen')}
            </Button>
          )}
        </div>
      )}
      <NoteField
        asked={noteAsked}
        key={settled?.note ?? ''}
        note={settled === null ? '' : settled.note}
        onLeave={onLeaveNote}
        onSave={onNote}
      />
    </>
  );
}
