import { useEffect, useRef, useState, type ReactNode } from 'react';
import { languages, type Language } from '../../../shared/model/text.ts';
import { ProgressBar } from '../../ui/progress-bar/ProgressBar.tsx';
import { RadioGroup } from '../../ui/radio-group/RadioGroup.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { useLanguage, useText } from '../text.ts';
import styles from './ExportDialog.module.css';
import { FormDialog } from './FormDialog.tsx';
import { useFileExport, type Exported } from './use-file-export.ts';
import type { ExportWork } from './use-making.ts';

export type ExportFormat = 'docx' | 'xlsx' | 'csv' | 'svg' | 'png';

/** What is asked for in the dialog. */
export interface ExportOrder<F extends ExportFormat> {
  readonly format: F;
  readonly language: Language;
  readonly recipient: string;
  readonly purpose: string;
}

export interface ExportDialogProps<F extends ExportFormat> {
  readonly title: string;
  /** The first is chosen. */
  readonly formats: readonly [F, ...F[]];
  /** Makes the file and enters the release. */
  readonly run: (order: ExportOrder<F>, work: ExportWork) => Promise<Exported>;
  readonly onClose: () => void;
  /** Asks what the file is for, too. */
  readonly hasPurpose?: boolean;
  /** Who gets the file, and what for, must be said: it is about few. */
  readonly isNeeded?: boolean;
  /** False while it is looked up what may leave. */
  readonly isReady?: boolean;
  /** False where nothing may leave; why stands in `children`. */
  readonly canLeave?: boolean;
  /** What the register keeps, and who is not in it; the usual words where left out. */
  readonly note?: string;
  /** What goes into the file and what may not. */
  readonly children?: ReactNode;
}

/** Something leaves as a file: in which form and language, for whom and what for. It is entered in the register of releases. */
export function ExportDialog<F extends ExportFormat>(props: ExportDialogProps<F>) {
  const { title, formats, run, onClose, hasPurpose = false, isNeeded = false, isReady = true, canLeave = true, note, children } = props;
  const say = useText();
  const reader = useLanguage();
  const [order, setOrder] = useState<ExportOrder<F>>({ format: formats[0], language: reader, recipient: '', purpose: '' });
  const [isTried, setTried] = useState(false);
  const { progress, problem, start } = useFileExport(onClose);
  const form = useRef<HTMLDivElement>(null);
  // The first field takes the focus, when it is there; where the recipient must be said, that is the first to be filled in.
  useEffect(() => {
    if (isReady && !isNeeded) form.current?.querySelector<HTMLInputElement>('input:checked')?.focus();
  }, [isReady, isNeeded]);
  const set = (part: Partial<ExportOrder<F>>): void => setOrder((old) => ({ ...old, ...part }));
  const isMissing = (text: string): boolean => isNeeded && text.trim() === '';
  const lacks = (text: string) => (isTried && isMissing(text) ? { error: say('export.needed') } : {});
  const isOneFormat = formats.length === 1;
  const mayStart = isReady && canLeave && progress === null;
  async function make(): Promise<void> {
    setTried(true);
    if (!mayStart || isMissing(order.recipient) || (hasPurpose && isMissing(order.purpose))) return;
    await start((work) => run(order, work));
  }
  return (
    <FormDialog isDisabled={!mayStart} onClose={onClose} onSave={make} saveLabel={say('export.save')} title={title}>
      {children}
      {isReady ? (
        <>
          <div className={styles.form} ref={form}>
            {isOneFormat ? (
              <dl className={styles.only}>
                <dt>{say('export.format')}</dt>
                <dd>{say(`export.format.${formats[0]}`)}</dd>
              </dl>
            ) : (
              <RadioGroup
                label={say('export.format')}
                look="row"
                onChange={(format) => set({ format })}
                options={formats.map((id) => ({ id, label: say(`export.format.${id}`) }))}
                value={order.format}
              />
            )}
            <div className={styles.language}>
              <Select
                label={say('export.language')}
                onChange={(language) => set({ language })}
                options={languages.map((id) => ({ id, label: say(`themes.language.${id}`) }))}
                value={order.language}
              />
            </div>
          </div>
          <TextField
            autoFocus={isNeeded || isOneFormat}
            label={say('export.recipient')}
            maxLength={200}
            onChange={(recipient) => set({ recipient })}
            value={order.recipient}
            {...lacks(order.recipient)}
          />
          {hasPurpose ? (
            <TextField
              label={say('export.purpose')}
              maxLength={500}
              onChange={(purpose) => set({ purpose })}
              value={order.purpose}
              {...lacks(order.purpose)}
            />
          ) : null}
        </>
      ) : null}
      <p className={styles.quiet}>{note ?? say('export.note')}</p>
      {progress === null || progress.of < 2 ? null : (
        <ProgressBar label={title} max={progress.of} showsText text={say('app.jobSteps', { ...progress })} value={progress.done} />
      )}
      {problem === null ? null : (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </FormDialog>
  );
}
