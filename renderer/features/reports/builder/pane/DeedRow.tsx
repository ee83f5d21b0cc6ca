import { useText } from '../../../../lib/text.ts';
import { Button } from '../../../../ui/button/Button.tsx';
import { isWritten, type DraftBlock } from '../blocks-model.ts';
import styles from './pane.module.css';
import type { PageDeeds } from '../use-page-deeds.ts';

/** What can be done with the chosen block, with the keys that do it. */
export function DeedRow({ block, deeds }: { readonly block: DraftBlock; readonly deeds: PageDeeds }) {
  const say = useText();
  return (
    <section aria-label={say('reports.pane.deeds')} className={styles.deeds}>
      <Button kbd="N" onPress={deeds.add} size="bar">
        {say('reports.deed.below')}
      </Button>
      {isWritten(block) ? (
        <Button kbd="↵" onPress={deeds.edit} size="bar">
          {say('reports.deed.edit')}
        </Button>
      ) : null}
      <Button kbd="Alt ↑" onPress={() => deeds.move(-1)} size="bar">
        {say('reports.deed.up')}
      </Button>
      <Button kbd="Alt ↓" onPress={() => deeds.move(1)} size="bar">
        {say('reports.deed.down')}
      </Button>
      <Button isDanger kbd="Del" onPress={deeds.remove} size="bar" variant="quiet">
        {say('reports.deed.remove')}
      </Button>
    </section>
  );
}
