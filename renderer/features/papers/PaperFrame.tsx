import { useEffect, useState, type ReactNode } from 'react';
import type { Paper, PaperOrder } from '../../../shared/contract/papers.ts';
import { receiveFile } from '../../lib/blobs.ts';
import { client } from '../../lib/client.ts';
import { spoken } from '../../lib/errors.ts';
import { PaperDesk } from '../../lib/paper/PaperDesk.tsx';
import { desktop } from '../../lib/pipe.ts';
import { notice } from '../../lib/status.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { LoadingState } from '../../ui/loading-state/LoadingState.tsx';
import { PaperSheet } from './PaperSheet.tsx';
import { letGo, loadPhotos, type PhotoUrls } from './photos.ts';
import { printPapers } from './print-papers.tsx';

interface PaperFrameProps {
  readonly title: string;
  readonly facts?: ReactNode;
  readonly order: PaperOrder;
  readonly query: { readonly data: Paper | undefined; readonly error: unknown };
  /** Chosen above the paper. */
  readonly options: ReactNode;
  readonly actions?: ReactNode;
  /** Called once a file was made. */
  readonly onMade?: (file: 'docx' | 'pdf') => Promise<void>;
}

/** A paper as it will be, with the ways out: Word, and PDF or the printer. */
export function PaperFrame({ title, facts, order, query, options, actions, onMade }: PaperFrameProps) {
  const say = useText();
  const language = useLanguage();
  const photos = usePhotos(query.data);
  const error = query.error === null || query.error === undefined ? null : spoken(query.error);
  const paper = error === null ? query.data : undefined;

  async function done(isKept: boolean, file: 'docx' | 'pdf'): Promise<void> {
    if (!isKept) return;
    notice.set({ text: say('papers.screen.saved'), tone: 'neutral' });
    await onMade?.(file);
  }
  async function word(): Promise<void> {
    const { ticket, fileName } = await client.papers.files({ orders: [order], calendars: [], language });
    await done(await receiveFile(ticket, fileName), 'docx');
  }
  async function pdf(): Promise<void> {
    if (paper !== undefined) await done(await printPapers([paper], say.intl), 'pdf');
  }

  return (
    <PaperDesk
      actions={
        <>
          {actions}
          <Button isDisabled={paper === undefined} onPress={() => void pdf()}>
            {say(desktop === null ? 'papers.screen.print' : 'papers.screen.pdf')}
          </Button>
          <Button isDisabled={paper === undefined} onPress={() => void word()} variant="main">
            {say('papers.screen.docx')}
          </Button>
        </>
      }
      facts={facts}
      options={options}
      title={title}
    >
      {error === null ? null : <EmptyState what={say.any(error.message, error.params)} />}
      {paper === undefined && error === null ? <LoadingState>{say('papers.screen.loading')}</LoadingState> : null}
      {paper === undefined ? null : <PaperSheet paper={paper} photos={photos} />}
    </PaperDesk>
  );
}

const none: PhotoUrls = new Map();

/** The photos of the paper that is shown, let go of when another one is. */
function usePhotos(paper: Paper | undefined): PhotoUrls {
  const [urls, setUrls] = useState<PhotoUrls>(none);
  useEffect(() => {
    if (paper === undefined) return undefined;
    let isGone = false;
    let loaded: PhotoUrls = none;
    void loadPhotos(paper).then((fresh) => {
      loaded = fresh;
      if (isGone) letGo(fresh);
      else setUrls(fresh);
    });
    return () => {
      isGone = true;
      letGo(loaded);
    };
  }, [paper]);
  return urls;
}
