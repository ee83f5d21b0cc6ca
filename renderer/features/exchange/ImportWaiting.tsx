import { useText } from '../../lib/text.ts';
import { ProgressBar } from '../../ui/progress-bar/ProgressBar.tsx';
import { FileWaiting } from './FileWaiting.tsx';
import type { Busy } from './survey-state.ts';

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
  const isSaving = busy.what === 'importing' && busy.stage === 'saving';
  const label = busy.what === 'importing' ? say(`exchange.import.${busy.stage}`) : say(`exchange.import.${busy.what}`, { file: fileName });
  const share = busy.of > 0 ? Math.floor((busy.done / busy.of) * 100) : 0;
  const text =
    busy.what === 'importing'
      ? say('exchange.import.rowsDone', { done: busy.done, of: busy.of })
      : say('exchange.import.percent', { share });
  return (
    <FileWaiting fileName={fileName} label={label} onCancel={isSaving ? null : onCancel} title={say('exchange.import.title')}>
      <ProgressBar label={label} max={Math.max(1, busy.of)} showsText text={text} value={busy.done} />
    </FileWaiting>
  );
}
