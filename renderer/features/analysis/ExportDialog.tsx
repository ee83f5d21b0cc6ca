import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ChartType } from '../../../shared/charts/index.ts';
import type { ExhibitDefinition, ExhibitView } from '../../../shared/contract/analysis.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { receiveFile } from '../../lib/blobs.ts';
import { hasCaret } from '../../lib/commands.tsx';
import { notice } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { RadioGroup } from '../../ui/radio-group/RadioGroup.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './dialogs.module.css';
import { runExport, type ExportOrder } from './run-export.ts';

/** A table or chart that can be exported now. */
export interface Exportable {
  readonly definition: ExhibitDefinition;
  readonly view: ExhibitView;
  /** As it is drawn on screen; the best chart when left out. */
  readonly chart?: ChartType | undefined;
  /** Its author's own title; the one the program writes when left out. */
  readonly title?: string | undefined;
}

interface ExportDialogProps {
  readonly projectId: ProjectId;
  readonly exhibits: readonly Exportable[];
  readonly onClose: () => void;
}

type Format = ExportOrder['format'];
const formats = ['xlsx', 'csv', 'svg', 'png'] as const satisfies readonly Format[];

function titleOf({ view: { released } }: Exportable): string {
  return /[.?!]$/u.test(released.title) ? `${released.title} ${released.subtitle}` : `${released.title}. ${released.subtitle}`;
}

/** Chooses format and recipient, releases the figures and hands over the file. */
export function ExportDialog({ projectId, exhibits, onClose }: ExportDialogProps) {
  const say = useText();
  const save = useSave();
  const [chosen, setChosen] = useState('0');
  const [format, setFormat] = useState<Format>('xlsx');
  const [recipient, setRecipient] = useState(exhibits[0]?.view.gate.release?.recipient ?? '');
  const [isRunning, setRunning] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  // The formats have keys of their own, so the focus begins there.
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input[value="xlsx"]')?.focus(), []);
  const exhibit = exhibits[Number(chosen)];
  async function release(): Promise<void> {
    if (exhibit === undefined || isRunning) return;
    setRunning(true);
    const { definition, chart, title } = exhibit;
    const made = await save(() => runExport({ projectId, definition, chart, title, format, recipient }));
    onClose();
    if (made === undefined) return;
    // The release stands whatever becomes of its file, so a refused or failed saving is said with the release's number.
    const isSaved = await receiveFile(made.ticket, made.fileName).catch(() => false);
    const params = { number: made.releaseNumber, fileName: made.fileName };
    notice.set({ text: say(isSaved ? 'analysis.export.done' : 'analysis.export.notSaved', params), tone: isSaved ? 'neutral' : 'bad' });
  }
  function onKeyDown(event: KeyboardEvent): void {
    const byDigit = hasCaret(event.target) || event.ctrlKey || event.metaKey || event.altKey ? undefined : formats[Number(event.key) - 1];
    if (byDigit !== undefined) setFormat(byDigit);
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) void release();
    else return;
    event.preventDefault();
  }
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>{say('analysis.export.cancel')}</Button>
          <Button isDisabled={isRunning} onPress={() => void release()} variant="main">
            {say('analysis.export.confirm')}
          </Button>
        </>
      }
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={say('analysis.export.title', { number: exhibits[0]?.view.gate.nextNumber ?? 1 })}
    >
      <div className={styles.exportForm} onKeyDownCapture={onKeyDown} ref={form} role="presentation">
        <p>{say('analysis.export.text')}</p>
        {exhibits.length < 2 ? null : (
          <RadioGroup
            label={say('analysis.export.what')}
            onChange={setChosen}
            options={exhibits.map((each, at) => ({ id: String(at), label: titleOf(each) }))}
            value={chosen}
          />
        )}
        <RadioGroup
          label={say('analysis.export.format')}
          onChange={setFormat}
          options={formats.map((id, at) => ({ id, label: say(`analysis.export.${id}`), kbd: String(at + 1) }))}
          value={format}
        />
        <TextField
          help={say('export.recipientHelp')}
          label={say('export.recipient')}
          maxLength={200}
          onChange={setRecipient}
          value={recipient}
        />
      </div>
    </Dialog>
  );
}
