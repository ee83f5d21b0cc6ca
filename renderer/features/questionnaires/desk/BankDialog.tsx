import { useOneAtATime } from '../../../lib/dialogs/use-one-at-a-time.ts';
import { client } from '../../../lib/client.ts';
import { useText } from '../../../lib/text.ts';
import { useSave } from '../../../lib/use-save.ts';
import { Dialog } from '../../../ui/dialog/Dialog.tsx';
import { BankPanel } from '../../bank/index.ts';
import { placeBelow } from '../design/rows.ts';
import styles from './BankDialog.module.css';
import { currentRow, useDeskContext } from './use-desk.ts';

/** The bank over the designer: what is chosen goes below the question in hand. */
export function BankDialog() {
  const say = useText();
  const save = useSave();
  const desk = useDeskContext();
  const close = (): void => {
    desk.change({ isBankOpen: false });
    if (desk.state.current !== null) desk.open(desk.state.current);
  };

  const insert = useOneAtATime(async (ids: readonly string[]) => {
    await desk.design.store.flush();
    const latest = desk.design.latest();
    const place = latest === undefined ? null : placeBelow(latest, currentRow(desk)?.id ?? null);
    if (place === null) return;
    const done = await save(() => client.bank.use({ bankQuestionIds: [...ids], versionId: desk.version.id, ...place }));
    const first = done?.questionIds[0];
    desk.change({ isBankOpen: false });
    if (first !== undefined) desk.open(desk.design.store.keyOf(first));
  });

  return (
    <Dialog isOpen onOpenChange={(isOpen) => (isOpen ? undefined : close())} size="large" title={say('bank.title')}>
      <div className={styles.dialog}>
        <BankPanel
          insertLabel={(count) => say('bank.insert', { count })}
          onCancel={close}
          onInsert={(questions) => void insert(questions.map((question) => question.id))}
        />
      </div>
    </Dialog>
  );
}
