import { useState } from 'react';
import type { PatternFile } from '../../../shared/contract/patterns.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { receiveFile } from '../../lib/blobs.ts';
import { client } from '../../lib/client.ts';
import { runJob } from '../../lib/run-job.ts';
import { notice } from '../../lib/status.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { RadioGroup } from '../../ui/radio-group/RadioGroup.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './patterns.module.css';

interface PatternExportProps {
  readonly projectId: ProjectId;
  readonly file: PatternFile;
  readonly threshold: number;
  /** It is a figure too. */
  readonly hasPicture?: boolean;
  readonly onClose: () => void;
}

const formats = ['docx', 'xlsx', 'csv', 'svg'] as const;
type Format = (typeof formats)[number];

/** Chooses format and recipient, releases the figures and hands over the file. */
export function PatternExport({ projectId, file, threshold, hasPicture = false, onClose }: PatternExportProps) {
  const say = useText();
  const language = useLanguage();
  const save = useSave();
  const [format, setFormat] = useState<Format>('docx');
  const [recipient, setRecipient] = useState('');
  const [isRunning, setRunning] = useState(false);
  async function release(): Promise<void> {
    if (isRunning) return;
    setRunning(true);
    const made = await save(() => runJob(client.patterns.export({ projectId, file, format, language, recipient }), () => undefined));
    onClose();
    if (made === undefined) return;
    // The release stands whatever becomes of its file.
    const isSaved = await receiveFile(made.ticket, made.fileName).catch(() => false);
    const params = { number: made.releaseNumber, fileName: made.fileName };
    notice.set({ text: say(isSaved ? 'patterns.export.done' : 'patterns.export.notSaved', params), tone: isSaved ? 'neutral' : 'bad' });
  }
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>{say('patterns.export.cancel')}</Button>
          <Button isDisabled={isRunning} onPress={() => void release()} variant="main">
            {say('patterns.export.confirm')}
          </Button>
        </>
      }
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={say('patterns.export.title')}
    >
      <div className={styles.exportForm}>
        <p>{say('patterns.export.text', { threshold })}</p>
        <RadioGroup
          label={say('patterns.export.format')}
          onChange={setFormat}
          options={formats.filter((id) => hasPicture || id !== 'svg').map((id) => ({ id, label: say(`patterns.export.${id}`) }))}
          value={format}
        />
        <TextField label={say('patterns.export.recipient')} maxLength={200} onChange={setRecipient} value={recipient} />
      </div>
    </Dialog>
  );
}
