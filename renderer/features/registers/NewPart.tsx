import { type ReactNode, useState } from 'react';
import { useOneAtATime } from '../../lib/dialogs/use-one-at-a-time.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import styles from './registers.module.css';

export interface NewPartProps<Part> {
  readonly blank: Part;
  readonly isReady: (part: Part) => boolean;
  /** Makes it; undefined when that failed, and then the fields stay. */
  readonly onAdd: (part: Part) => Promise<unknown>;
  readonly close: () => void;
  readonly children: (part: Part, onChange: (part: Part) => void) => ReactNode;
}

/** The fields of a row that is not made yet. */
export function NewPart<Part>({ blank, isReady, onAdd, close, children }: NewPartProps<Part>) {
  const say = useText();
  const [draft, setDraft] = useState(blank);
  const add = useOneAtATime(async () => {
    if ((await onAdd(draft)) !== undefined) close();
  });
  return (
    <>
      {children(draft, setDraft)}
      <div className={styles.buttons}>
        <Button isDisabled={!isReady(draft)} onPress={() => void add()} size="bar">
          {say('registers.part.add')}
        </Button>
        <Button onPress={close} size="bar" variant="quiet">
          {say('registers.part.cancel')}
        </Button>
      </div>
    </>
  );
}
