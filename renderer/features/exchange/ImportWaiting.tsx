import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { ProgressBar } from '../../ui/progress-bar/ProgressBar.tsx';
import styles from './Import.module.css';
import type { Busy } from './survey-state.ts';
import { useHeadingFocus } from './use-heading-focus.ts';

/** How far a reading or an import is, with a way out of it. Saving is one short step and cannot be left. */
export function ImportWaiting({
  busy,
  fileName,
  onCancel,
}: {
  readonly busy: Busy;
  readonly fileName: string;
  readonly onCancel: () => void;
}) {
  const say = useText();
  const title = useHeadingFocus();
  const isSaving = busy.what === 'importing' && busy.stage === 'saving';
  const label = busy.what === 'importing' ? say(`exchange.import.${busy.stage}`) : say(`exchange.import.${busy.what}`, { file: fileName });
  const share = busy.of > 0 ? Math.floor((busy.done / busy.of) * 100) : 0;
  const text =
    busy.what === 'importing'
      ? say('exchange.import.rowsDone', { done: busy.done, of: busy.of })
      : say('exchange.import.percent', { share });
  return (
    <>
      <PageHeader facts={fileName} title={say('exchange.import.title')} titleRef={title} />
      <div className={styles.waiting}>
        <p role="status">{label}</p>
        <ProgressBar label={label} max={Math.max(1, busy.of)} showsText text={text} value={busy.done} />
        {isSaving ? null : <Button onPress={onCancel}>{say('app.cancel')}</Button>}
      </div>
    </>
  );
}
