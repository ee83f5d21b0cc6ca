import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CodebookFormat } from '../../../shared/contract/codebook-exchange.ts';
import { languages, type Language } from '../../../shared/model/text.ts';
import { receiveFile } from '../../lib/blobs.ts';
import { client, orpc } from '../../lib/client.ts';
import { spoken } from '../../lib/errors.ts';
import { notice } from '../../lib/status.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { FailureLine } from '../../ui/failure-line/FailureLine.tsx';
import { RadioGroup } from '../../ui/radio-group/RadioGroup.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { ExportedExamples } from './ExportedExamples.tsx';
import styles from './exchange.module.css';

const formats = ['qdc', 'csv', 'text', 'docx'] as const satisfies readonly CodebookFormat[];

/** Which file the codebook leaves as. The examples in it stand here, to be looked at before they do. */
export function CodebookExportDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useText();
  const reader = useLanguage();
  const { data } = useQuery(orpc.codebook.exportFacts.queryOptions({ input: {} }));
  const [format, setFormat] = useState<CodebookFormat>('qdc');
  const [language, setLanguage] = useState<Language>(reader);
  const [separator, setSeparator] = useState<';' | ','>(reader === 'en' ? ',' : ';');
  const [hasMark, setMark] = useState(true);
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isText = format === 'csv' || format === 'text';

  async function run(): Promise<void> {
    setBusy(true);
    setFailure(null);
    try {
      const { ticket, fileName, themeCount } = await client.codebook.exportFile({ format, language, separator, hasMark });
      if (await receiveFile(ticket, fileName)) {
        notice.set({ text: say('codebookExchange.export.done', { file: fileName, count: themeCount }), tone: 'neutral' });
        onClose();
      }
    } catch (error) {
      const { message, params } = spoken(error);
      setFailure(say.any(message, params));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>{say('codebookExchange.export.cancel')}</Button>
          <Button isDisabled={isBusy || data === undefined || data.themeCount === 0} onPress={() => void run()} variant="main">
            {say('codebookExchange.export.go')}
          </Button>
        </>
      }
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      size="large"
      title={say('codebookExchange.export.title')}
    >
      <RadioGroup
        label={say('codebookExchange.export.format')}
        onChange={setFormat}
        options={formats.map((id) => ({ id, label: say(`codebookExchange.export.${id}`), help: say(`codebookExchange.export.${id}Help`) }))}
        value={format}
      />
      <div className={styles.choices}>
        <Select
          label={say('codebookExchange.export.language')}
          onChange={setLanguage}
          options={languages.map((id) => ({ id, label: say(`themes.language.${id}`) }))}
          value={language}
        />
        {format === 'csv' ? (
          <Select
            label={say('codebookExchange.export.separator')}
            onChange={(id) => setSeparator(id === 'comma' ? ',' : ';')}
            options={(['semicolon', 'comma'] as const).map((id) => ({ id, label: say(`codebookExchange.export.${id}`) }))}
            value={separator === ',' ? 'comma' : 'semicolon'}
          />
        ) : null}
      </div>
      {isText ? (
        <Checkbox help={say('codebookExchange.export.markHelp')} isSelected={hasMark} onChange={setMark}>
          {say('codebookExchange.export.mark')}
        </Checkbox>
      ) : null}
      {data === undefined ? null : <ExportedExamples facts={data} isLeftOut={format === 'text'} />}
      <FailureLine text={failure} />
    </Dialog>
  );
}
