import { useId } from 'react';
import { DocumentKind } from '../../../../shared/contract/texts-documents.ts';
import type { ProjectId } from '../../../../shared/model/ids.ts';
import { languages } from '../../../../shared/model/text.ts';
import { today } from '../../../lib/dates.ts';
import { FormDayField } from '../../../lib/fields/FormDayField.tsx';
import { useLanguage, useText } from '../../../lib/text.ts';
import { localeOf } from '../../../lib/text.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { Checkbox } from '../../../ui/checkbox/Checkbox.tsx';
import { Select } from '../../../ui/select/Select.tsx';
import { StatusText } from '../../../ui/status-text/StatusText.tsx';
import { TextField } from '../../../ui/text-field/TextField.tsx';
import styles from './documents.module.css';
import type { FileChoices, IncomingFile } from './import-choices.ts';
import { SpeakerFields } from './SpeakerFields.tsx';
import { WhoseField } from './WhoseField.tsx';

export interface ImportFileProps {
  readonly file: IncomingFile;
  readonly number: number;
  readonly projectId: ProjectId;
  readonly onChoose: (part: Partial<FileChoices>) => void;
  readonly onRemove: () => void;
}

/** One file that is to come in: what it would become, to be corrected, or why it cannot be read. */
export function ImportFile({ file, number, projectId, onChoose, onRemove }: ImportFileProps) {
  const say = useText();
  const headId = useId();
  const { proposal, choices, problem } = file;
  return (
    <section aria-labelledby={headId} className={styles.file}>
      <div className={styles.fileHead}>
        <h2 className={styles.fileName} id={headId}>
          {say('documents.import.file', { number, name: file.name })}
        </h2>
        <Button onPress={onRemove} size="bar">
          {say('documents.import.drop1')}
        </Button>
      </div>
      {problem === null ? null : <StatusText tone="bad">{say.any(problem.message, problem.params)}</StatusText>}
      {proposal === null && problem === null ? <p className={styles.quiet}>{say('documents.waiting')}</p> : null}
      {proposal === null || choices === null ? null : (
        <>
          <p className={styles.quiet}>
            {say('documents.import.fileFacts', { format: proposal.format.toUpperCase(), words: proposal.words, turns: proposal.turns })}
            <LeftOut file={file} />
          </p>
          <FileFields choices={choices} onChoose={onChoose} projectId={projectId} />
          <figure className={styles.begins}>
            <figcaption>{say('documents.import.begins')}</figcaption>
            <blockquote lang={choices.language}>{proposal.begins}</blockquote>
          </figure>
          {proposal.speakers.length === 0 ? null : <SpeakerFields choices={choices} found={proposal.speakers} onChoose={onChoose} />}
        </>
      )}
    </section>
  );
}

function LeftOut({ file }: { readonly file: IncomingFile }) {
  const say = useText();
  const language = useLanguage();
  const parts = file.proposal?.leftOut ?? [];
  if (parts.length === 0) return null;
  const list = new Intl.ListFormat(localeOf(language)).format(
    parts.map(({ part, count }) => say(`documents.import.left.${part}`, { count })),
  );
  return <span>{` · ${say('documents.import.leftOut', { parts: list })}`}</span>;
}

function FileFields({
  choices,
  onChoose,
  projectId,
}: {
  readonly choices: FileChoices;
  readonly onChoose: (part: Partial<FileChoices>) => void;
  readonly projectId: ProjectId;
}) {
  const say = useText();
  return (
    <div className={styles.fields}>
      <div className={styles.wide}>
        <TextField
          label={say('documents.one.titleField')}
          maxLength={200}
          onChange={(title) => onChoose({ title })}
          value={choices.title}
        />
      </div>
      <Select
        label={say('documents.one.kind')}
        onChange={(kind) => onChoose({ kind })}
        options={DocumentKind.options.map((kind) => ({ id: kind, label: say(`documents.kind.${kind}`) }))}
        value={choices.kind}
      />
      <Select
        label={say('documents.one.language')}
        onChange={(language) => onChoose({ language })}
        options={languages.map((language) => ({ id: language, label: say(`documents.language.${language}`) }))}
        value={choices.language}
      />
      <FormDayField
        isOptional
        label={say('documents.one.saidOn')}
        onChange={(saidOn) => onChoose({ saidOn })}
        today={today()}
        value={choices.saidOn}
      />
      <WhoseField onPick={(whose) => onChoose({ whose })} projectId={projectId} value={choices.whose} />
      <div className={styles.wide}>
        <Checkbox
          help={say('documents.import.keepNameHelp')}
          isSelected={choices.keepsFileName}
          onChange={(keepsFileName) => onChoose({ keepsFileName })}
        >
          {say('documents.import.keepName')}
        </Checkbox>
      </div>
    </div>
  );
}
