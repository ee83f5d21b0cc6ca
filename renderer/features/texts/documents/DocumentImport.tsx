import { useEffect, useRef } from 'react';
import { printedKey } from '../../../../shared/commands/keys.ts';
import type { ProjectId } from '../../../../shared/model/ids.ts';
import { isCommand, useCommand } from '../../../lib/commands.tsx';
import { platform } from '../../../lib/platform.ts';
import sheet from '../../../lib/sheet/sheet.module.css';
import { useText } from '../../../lib/text.ts';
import { Banner } from '../../../ui/banner/Banner.tsx';
import { Button } from '../../../ui/button/Button.tsx';
import { PageHeader } from '../../../ui/page-header/PageHeader.tsx';
import styles from './documents.module.css';
import { ImportFile } from './ImportFile.tsx';
import { SignList } from './SignList.tsx';
import type { DocumentImporting } from './use-document-import.ts';

export interface DocumentImportProps {
  readonly incoming: DocumentImporting;
  readonly projectId: ProjectId;
  readonly onChoose: () => void;
  readonly onClose: () => void;
}

/** What the chosen files would become, before any of it is stored: their facts, their speakers, and what may tell who somebody is. */
export function DocumentImport({ incoming, projectId, onChoose, onClose }: DocumentImportProps) {
  const say = useText();
  const title = useRef<HTMLHeadingElement>(null);
  const { files, isReading, isImporting, problem } = incoming;
  const ready = files.filter((file) => file.choices !== null).length;
  const read = files.filter((file) => file.proposal !== null || file.problem !== null).length;
  const refused = files.filter((file) => file.problem !== null).length;
  useEffect(() => title.current?.focus(), []);
  const run = async (): Promise<void> => {
    if (!isReading && (await incoming.run())) onClose();
  };
  useCommand('documents.done', () => void run());
  return (
    <div
      className={sheet.page}
      onKeyDownCapture={(event) => {
        // A button in focus would take Enter for itself, whatever is held with it.
        if (!isCommand(event.nativeEvent, 'documents.done')) return;
        event.preventDefault();
        event.stopPropagation();
        void run();
      }}
      role="presentation"
    >
      <PageHeader
        actions={
          <>
            <Button onPress={onClose}>{say('documents.import.cancel')}</Button>
            <Button icon="import" kbd="I" onPress={onChoose}>
              {say('documents.import.choose')}
            </Button>
            <Button
              isDisabled={isReading || isImporting || ready === 0}
              kbd={printedKey('Mod+Enter', platform)}
              onPress={() => void run()}
              variant="main"
            >
              {isImporting ? say('documents.import.busy') : say('documents.import.run', { count: ready })}
            </Button>
          </>
        }
        facts={
          <span role="status">
            {isReading
              ? say('documents.import.reading', { done: read, of: files.length })
              : say('documents.import.files', { count: files.length })}
          </span>
        }
        title={say('documents.import.title')}
        titleRef={title}
      />
      <div className={styles.import}>
        {problem === null ? null : <Banner icon="hardCheck" title={say.any(problem.message, problem.params)} tone="bad" />}
        {refused === 0 ? null : (
          <Banner
            icon="softCheck"
            title={
              !isReading && refused === files.length ? say('documents.import.none') : say('documents.import.refused', { count: refused })
            }
            tone="warn"
          />
        )}
        {isReading || ready === 0 ? null : <SignList incoming={incoming} />}
        {files.map((file, index) => (
          <ImportFile
            file={file}
            key={file.key}
            number={index + 1}
            onChoose={(part) => incoming.choose(file.key, part)}
            onRemove={() => incoming.remove(file.key)}
            projectId={projectId}
          />
        ))}
      </div>
    </div>
  );
}
