import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RefiChoices } from '../../../shared/contract/refi.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { languages, type Language } from '../../../shared/model/text.ts';
import { client, orpc } from '../../lib/client.ts';
import { FormDialog } from '../../lib/dialogs/FormDialog.tsx';
import { useFileExport } from '../../lib/dialogs/use-file-export.ts';
import { spoken } from '../../lib/errors.ts';
import { runJob } from '../../lib/run-job.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { FailureLine } from '../../ui/failure-line/FailureLine.tsx';
import { ProgressBar } from '../../ui/progress-bar/ProgressBar.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { ExportChoices } from './ExportChoices.tsx';
import { LossTable } from './LossTable.tsx';
import styles from './refi.module.css';

interface RefiExportDialogProps {
  readonly projectId: ProjectId;
  readonly name: string;
  readonly onClose: () => void;
}

/** Words and their coding; everything else has to be asked for. */
const usual: RefiChoices = { answers: true, values: false, remarks: false, documents: false, minutes: false, identifiers: false };

/** A project leaves for another program: what goes along, for whom, what for, and what cannot. */
export function RefiExportDialog({ projectId, name, onClose }: RefiExportDialogProps) {
  const say = useText();
  const reader = useLanguage();
  const [choices, setChoices] = useState(usual);
  const [language, setLanguage] = useState<Language>(reader);
  const [recipient, setRecipient] = useState('');
  const [purpose, setPurpose] = useState('');
  const [acceptsRisk, setAccepts] = useState(false);
  const [isTried, setTried] = useState(false);
  const { progress, problem, start } = useFileExport(onClose);
  const { data, error, isPlaceholderData } = useQuery({
    ...orpc.refi.exportFacts.queryOptions({ input: { projectId, choices, language: reader } }),
    placeholderData: keepPreviousData,
  });
  const saidOf = (thrown: Error): string => {
    const { message, params } = spoken(thrown);
    return say.any(message, params);
  };
  const isRisky = data?.risk?.standsOut === true;
  const lacks = (text: string) => (isTried && text.trim() === '' ? { error: say('export.needed') } : {});
  async function make(): Promise<void> {
    setTried(true);
    if (data === undefined || isPlaceholderData || recipient.trim() === '' || purpose.trim() === '' || (isRisky && !acceptsRisk)) return;
    const wanted = { projectId, choices, language, recipient, purpose, acceptsRisk };
    await start(({ signal, onProgress }) => runJob(client.refi.exportProject(wanted, { signal }), onProgress));
  }
  return (
    <FormDialog
      isDisabled={progress !== null || data === undefined}
      onClose={onClose}
      onSave={make}
      saveLabel={say('refi.export.go')}
      title={say('refi.export.titleOf', { name })}
    >
      <p>{say('refi.export.why')}</p>
      {/* The first thing to fill in; the dialog is opened to do just that. */}
      <TextField
        autoFocus
        label={say('export.recipient')}
        maxLength={200}
        onChange={setRecipient}
        value={recipient}
        {...lacks(recipient)}
      />
      <TextField label={say('export.purpose')} maxLength={500} onChange={setPurpose} value={purpose} {...lacks(purpose)} />
      <Select
        label={say('refi.export.language')}
        onChange={setLanguage}
        options={languages.map((id) => ({ id, label: say(`themes.language.${id}`) }))}
        value={language}
      />
      <ExportChoices
        acceptsRisk={acceptsRisk}
        choices={choices}
        facts={data}
        isTried={isTried}
        onAccept={setAccepts}
        onChange={(changed) => {
          setChoices(changed);
          setAccepts(false);
        }}
      />
      {data === undefined ? null : (
        <>
          <p role="status">{say('refi.export.holds', data.counts)}</p>
          <details className={styles.losses}>
            <summary>{say('refi.export.losses', { count: data.losses.length })}</summary>
            <div className={styles.lossBody}>
              <LossTable
                name={name}
                rows={data.losses.map((note) => ({ ...note, id: note.code, what: say(`refi.loss.code.${note.code}`) }))}
              />
            </div>
          </details>
        </>
      )}
      <p className={styles.quiet}>{say('refi.export.withdrawn')}</p>
      {progress === null || progress.of < 2 ? null : (
        <ProgressBar
          label={say('refi.export.go')}
          max={progress.of}
          showsText
          text={say('app.jobSteps', { ...progress })}
          value={progress.done}
        />
      )}
      <FailureLine text={problem ?? (error === null ? null : saidOf(error))} />
    </FormDialog>
  );
}
