import { useText } from '../../../../lib/text.ts';
import { Checkbox } from '../../../../ui/checkbox/Checkbox.tsx';
import { SegmentedControl } from '../../../../ui/segmented-control/SegmentedControl.tsx';
import { levelOf, type DraftBlock } from '../blocks-model.ts';
import type { BuilderDesk } from '../builder-desk.ts';
import styles from './pane.module.css';

const levels = ['1', '2', '3'] as const;

/** How high a heading stands, and whether it has a number. */
export function HeadingPart({ desk, block }: { readonly desk: BuilderDesk; readonly block: DraftBlock }) {
  const say = useText();
  const change = (options: DraftBlock['options']): void => desk.change(block.id, { options: { ...block.options, ...options } });
  return (
    <dl className={styles.pairs}>
      <dt>{say('reports.pane.level')}</dt>
      <dd>
        <SegmentedControl
          label={say('reports.pane.level')}
          onChange={(id) => change({ level: Number(id) })}
          segments={levels.map((id) => ({ id, label: id }))}
          value={levels[levelOf(block) - 1] ?? '1'}
        />
      </dd>
      <dt>{say('reports.pane.numbered')}</dt>
      <dd>
        <Checkbox
          aria-label={say('reports.pane.numbered')}
          isSelected={block.options.isNumbered !== false}
          onChange={(isNumbered) => change({ isNumbered })}
        />
      </dd>
    </dl>
  );
}
