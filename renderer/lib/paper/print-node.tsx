import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { RawIntlProvider, type IntlShape } from 'react-intl';
import { printAlone, type Printout } from './print-alone.ts';

interface PrintedNode extends Pick<Printout, 'title' | 'language'> {
  readonly node: ReactNode;
  /** The words it is said in. */
  readonly words: IntlShape;
}

/** Shows what the page draws to the printer alone, as long as something runs. */
export async function printNode<T>({ node, words, title, language }: PrintedNode, run: () => Promise<T>): Promise<T> {
  const element = document.createElement('div');
  const root = createRoot(element);
  flushSync(() => root.render(<RawIntlProvider value={words}>{node}</RawIntlProvider>));
  try {
    return await printAlone({ element, title, language }, run);
  } finally {
    root.unmount();
  }
}
