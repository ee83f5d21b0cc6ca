import { exhibitWords } from '../../../shared/charts/index.ts';
import { useContent, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { DetailPane } from '../../ui/detail-pane/DetailPane.tsx';
import { ExhibitNotes } from '../analysis/index.ts';
import type { GridLine } from './grid-lines.ts';
import { LineChart, waveHints } from './LineChart.tsx';
import styles from './compare.module.css';

interface LinePaneProps {
  readonly line: GridLine;
  readonly isTime: boolean;
  readonly onClose: () => void;
  readonly onOpen: () => void;
  readonly onCopy: () => void;
}

/** One line drawn, with its notes, and the ways on from it. */
export function LinePane({ line, isTime, onClose, onOpen, onCopy }: LinePaneProps) {
  const say = useText();
  const content = useContent();
  const { table } = line;
  const exhibit = table?.exhibit ?? null;
  return (
    <DetailPane
      closeLabel={say('compare.pane.close')}
      note={[content(line.section), line.answer].filter((part) => part !== null && part !== '').join(' · ')}
      onClose={onClose}
      title={content(line.wording)}
    >
      <div className={styles.deeds}>
        <Button kbd="A" onPress={onOpen} size="bar">
          {say('compare.open')}
        </Button>
        <Button icon="copy" isDisabled={exhibit === null} onPress={onCopy} size="bar" variant="quiet">
          {say('compare.copy')}
        </Button>
      </div>
      {table === null || exhibit === null ? (
        <p className={styles.quiet}>{say('compare.stoppedHow')}</p>
      ) : (
        <>
          <LineChart exhibit={exhibit} hints={isTime ? waveHints(table) : null} row={null} />
          {table.breaks.map(({ column, reason }) => (
            <p className={styles.note} key={column}>
              {say(`compare.break.${reason}`, { wave: exhibit.columns.find(({ key }) => key === column)?.label ?? '' })}
            </p>
          ))}
          <ExhibitNotes exhibit={exhibit} hasChart={false} words={exhibitWords(exhibit, say)} />
        </>
      )}
    </DetailPane>
  );
}
