import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { GridColumns } from '../../../shared/contract/coding.ts';
import type { QuoteScope } from '../../../shared/contract/quotes.ts';
import { receiveFile } from '../../lib/blobs.ts';
import { orpc } from '../../lib/client.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import { QuoteFileForm } from './QuoteFileForm.tsx';
import styles from './quotes.module.css';
import { useQuoteFile, type QuoteOrder } from './use-quote-file.ts';

interface QuoteFileDialogProps {
  readonly scope: QuoteScope;
  readonly known: GridColumns;
  readonly onClose: () => void;
}

/** Asks what the file is, who gets it and what may stand under each quote; makes it, and hands it over. */
export function QuoteFileDialog({ scope, known, onClose }: QuoteFileDialogProps) {
  const say = useText();
  const language = useLanguage();
  const [order, setOrder] = useState<QuoteOrder>({ use: 'cleared', format: 'docx', attributes: [], recipient: '', purpose: '' });
  const [isTried, setTried] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const { state, start } = useQuoteFile(scope);
  const { data: check } = useQuery({
    ...orpc.quotes.fileCheck.queryOptions({ input: { ...scope, use: order.use, attributes: [...order.attributes], language } }),
    placeholderData: keepPreviousData,
  });
  const isWhole = order.use === 'cleared' || (order.recipient.trim() !== '' && order.purpose.trim() !== '');
  const mayMake = check !== undefined && check.quotes > 0 && check.refused.length === 0;
  function make(): void {
    setTried(true);
    if (isWhole && mayMake && state.kind === 'asking') void start(order);
  }
  return (
    <Dialog
      actions={
        state.kind === 'done' ? (
          <Button onPress={onClose} variant="main">
            {say('quotes.export.close')}
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>{say('quotes.export.cancel')}</Button>
            <Button isDisabled={state.kind === 'running' || !mayMake} onPress={make} variant="main">
              {say('quotes.export.confirm')}
            </Button>
          </>
        )
      }
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={say('quotes.export.title')}
    >
      <div className={styles.form}>
        {state.kind === 'done' ? (
          <>
            <p role="status">{say('quotes.export.done', { number: state.releaseNumber })}</p>
            {isSaved ? (
              <StatusText icon="done" tone="good">
                {say('quotes.export.saved')}
              </StatusText>
            ) : (
              <Button
                autoFocus
                icon="export"
                onPress={() =>
                  void receiveFile(state.ticket, state.fileName).then(
                    (isThere) => setSaved(isThere),
                    () => undefined,
                  )
                }
              >
                {say('quotes.export.save', { fileName: state.fileName })}
              </Button>
            )}
          </>
        ) : (
          <QuoteFileForm check={check} isTried={isTried} known={known} onChange={setOrder} onEnter={make} order={order} />
        )}
      </div>
    </Dialog>
  );
}
