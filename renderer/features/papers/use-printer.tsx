import { useState, type ReactPortal } from 'react';
import { createPortal, flushSync } from 'react-dom';
import type { Paper } from '../../../shared/contract/papers.ts';
import { desktop } from '../../lib/pipe.ts';
import { PaperSheet } from './PaperSheet.tsx';
import { loadPhotos, type PhotoUrls } from './photos.ts';
import styles from './papers.module.css';

interface Printout {
  readonly papers: readonly Paper[];
  readonly photos: PhotoUrls;
}

/** A way to print papers, or to save each as a PDF, without leaving the screen; `printout` must be rendered somewhere. */
export interface Printer {
  readonly printout: ReactPortal | null;
  /** On the desktop a PDF each under a name of the person's choice; in a browser one printing of all. False when cancelled. */
  readonly print: (papers: readonly { readonly paper: Paper; readonly name: string }[]) => Promise<boolean>;
}

export function usePrinter(): Printer {
  const [printout, setPrintout] = useState<Printout | null>(null);

  async function show(papers: readonly Paper[], run: () => Promise<boolean>): Promise<boolean> {
    const photos = await loadPhotos(papers);
    const root = document.documentElement;
    flushSync(() => setPrintout({ papers, photos }));
    root.dataset['printing'] = 'true';
    try {
      const images = [...document.querySelectorAll<HTMLImageElement>('[data-printout] img')];
      await Promise.all(images.map((image) => image.decode().catch(() => undefined)));
      return await run();
    } finally {
      delete root.dataset['printing'];
      flushSync(() => setPrintout(null));
      for (const url of photos.values()) URL.revokeObjectURL(url);
    }
  }

  async function print(papers: readonly { readonly paper: Paper; readonly name: string }[]): Promise<boolean> {
    const bridge = desktop;
    if (bridge === null) {
      return show(
        papers.map(({ paper }) => paper),
        () => {
          window.print();
          return Promise.resolve(true);
        },
      );
    }
    for (const { paper, name } of papers) {
      // eslint-disable-next-line no-await-in-loop -- the page prints one at a time
      if (!(await show([paper], () => bridge.host.savePdf(`${name}.pdf`)))) return false;
    }
    return true;
  }

  const portal =
    printout === null
      ? null
      : createPortal(
          <div className={styles.printout} data-printout>
            {printout.papers.map((paper, index) => (
              // eslint-disable-next-line react/no-array-index-key -- shown once and taken away
              <PaperSheet key={index} paper={paper} photos={printout.photos} />
            ))}
          </div>,
          document.body,
        );
  return { printout: portal, print };
}
