import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { GridColumns } from '../../../shared/contract/coding.ts';
import type { QuoteAttributeKey, QuoteFileUse, QuoteScope } from '../../../shared/contract/quotes.ts';
import { client, orpc } from '../../lib/client.ts';
import { ExportDialog } from '../../lib/dialogs/ExportDialog.tsx';
import { runJob } from '../../lib/run-job.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { RadioGroup } from '../../ui/radio-group/RadioGroup.tsx';
import { QuoteAttributes } from './QuoteAttributes.tsx';
import styles from './quotes.module.css';

interface QuoteFileDialogProps {
  readonly scope: QuoteScope;
  readonly known: GridColumns;
  readonly onClose: () => void;
}

/** Quotes as a file: cleared wordings for anybody, or a working file for somebody who is named, with what may stand under each quote. */
export function QuoteFileDialog({ scope, known, onClose }: QuoteFileDialogProps) {
  const say = useText();
  const language = useLanguage();
  const [use, setUse] = useState<QuoteFileUse>('cleared');
  const [attributes, setAttributes] = useState<readonly QuoteAttributeKey[]>([]);
  const file = { ...scope, use, attributes: [...attributes] };
  const { data: check } = useQuery({
    ...orpc.quotes.fileCheck.queryOptions({ input: { ...file, language } }),
    placeholderData: keepPreviousData,
  });
  return (
    <ExportDialog
      canLeave={check !== undefined && check.quotes > 0 && check.refused.length === 0}
      formats={['docx', 'xlsx', 'csv']}
      hasPurpose
      isNeeded={use === 'internal'}
      onClose={onClose}
      run={(order, { signal, onProgress }) => runJob(client.quotes.export({ ...file, ...order }, { signal }), onProgress)}
      title={say('quotes.export.title')}
    >
      <RadioGroup
        label={say('quotes.export.use')}
        look="boxes"
        onChange={(chosen) => {
          setUse(chosen);
          setAttributes([]);
        }}
        options={(['cleared', 'internal'] as const).map((id) => ({
          id,
          label: say(`quotes.export.use.${id}`),
          help: say(`quotes.export.use.${id}Help`),
        }))}
        value={use}
      />
      {use === 'internal' ? <QuoteAttributes attributes={attributes} check={check} known={known} onChange={setAttributes} /> : null}
      <p className={styles.note} role="status">
        {check === undefined ? '' : say('quotes.export.holds', { quotes: check.quotes, leftOut: check.leftOut })}
      </p>
    </ExportDialog>
  );
}
