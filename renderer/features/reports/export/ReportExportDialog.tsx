import { useEffect, useRef, useState } from 'react';
import { ReportFormat } from '../../../../shared/contract/reports.ts';
import type { ReportDocument } from '../../../../shared/contract/reports-document.ts';
import { ChartAs } from '../../../../shared/contract/reports-terms.ts';
import { FormDialog } from '../../../lib/dialogs/FormDialog.tsx';
import { useText } from '../../../lib/text.ts';
import { ProgressBar } from '../../../ui/progress-bar/ProgressBar.tsx';
import { RadioGroup } from '../../../ui/radio-group/RadioGroup.tsx';
import { TextField } from '../../../ui/text-field/TextField.tsx';
import type { BuilderDesk } from '../builder/builder-desk.ts';
import { changedFigures } from '../builder/document-index.ts';
import styles from './export.module.css';
import { useReportExport } from './use-report-export.ts';

interface ReportExportDialogProps {
  readonly desk: BuilderDesk;
  readonly document: ReportDocument;
  /** The form that was asked for. */
  readonly format: ReportFormat;
  readonly onClose: () => void;
}

/** A report leaves: in which form, with which charts, for whom. Leaving the dialog while it is made cancels, and then nothing is entered. */
export function ReportExportDialog({ desk, document, format: asked, onClose }: ReportExportDialogProps) {
  const say = useText();
  const [format, setFormat] = useState<ReportFormat>(asked);
  const [charts, setCharts] = useState<ChartAs>('native');
  const [recipient, setRecipient] = useState(document.latest?.recipient ?? '');
  const { progress, problem, start } = useReportExport(onClose);
  const changed = changedFigures(document);
  const form = useRef<HTMLDivElement>(null);
  // The form that was asked for is marked, so that Enter is enough.
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), []);
  const hasCharts = format === 'docx' || format === 'pptx';
  return (
    <FormDialog
      isDisabled={progress !== null}
      onClose={onClose}
      onSave={() => desk.flush().then(() => start({ reportId: document.id, format, charts: hasCharts ? charts : 'picture', recipient }))}
      saveLabel={say('reports.export.save')}
      title={say('reports.export.title', { title: document.title })}
    >
      <p className={styles.quiet}>
        {say('reports.export.next', { draft: (document.latest?.draft ?? 0) + 1 })}
        {changed === 0 ? '' : ` ${say('reports.export.changed', { n: changed })}`}
      </p>
      <div ref={form}>
        <RadioGroup
          label={say('reports.export.format')}
          onChange={setFormat}
          options={ReportFormat.options.map((id) => ({ id, label: say(`reports.export.${id}`) }))}
          value={format}
        />
      </div>
      {hasCharts ? (
        <RadioGroup
          label={say('reports.export.charts')}
          look="row"
          onChange={setCharts}
          options={ChartAs.options.map((id) => ({ id, label: say(`reports.export.${id}`) }))}
          value={charts}
        />
      ) : null}
      <TextField
        help={say('export.recipientHelp')}
        label={say('export.recipient')}
        maxLength={200}
        onChange={setRecipient}
        value={recipient}
      />
      {progress === null ? null : (
        <ProgressBar
          label={say('reports.export.save')}
          max={Math.max(1, progress.of)}
          showsText
          text={say('reports.export.progress', { ...progress })}
          value={progress.done}
        />
      )}
      {problem === null ? null : (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </FormDialog>
  );
}
