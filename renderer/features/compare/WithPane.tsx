import type { ReactNode } from 'react';
import { useText } from '../../lib/text.ts';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import styles from './compare.module.css';

/** What is compared, with the pane about the chosen line beside it. */
export function WithPane({ pane, children }: { readonly pane: ReactNode; readonly children: ReactNode }) {
  const say = useText();
  return (
    <div className={styles.split}>
      <SplitPane
        end={{
          label: say('compare.pane'),
          handleLabel: say('compare.pane.width'),
          isOpen: pane !== null,
          defaultSize: 400,
          min: 320,
          max: 560,
          children: pane,
        }}
      >
        <div className={styles.part}>{children}</div>
      </SplitPane>
    </div>
  );
}
