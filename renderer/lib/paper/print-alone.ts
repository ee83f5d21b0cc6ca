import type { Language } from '../../../shared/model/text.ts';
import { desktop } from '../pipe.ts';

/** While something is printed alone nothing else of the page is, and on the screen it is not seen. */
const whilePrinting = `@media screen { [data-print-alone] { display: none; } }
@media print { :root[data-printing-alone] body > :not([data-print-alone]) { display: none !important; } }`;

/** What goes to the printer. */
export interface Printout {
  readonly element: Element;
  readonly title: string;
  readonly language: Language;
  /** A style sheet of its own. */
  readonly style?: string;
}

/** Shows something to the printer alone, with its own title and language, as long as something runs. */
export async function printAlone<T>({ element, title, language, style = '' }: Printout, run: () => Promise<T>): Promise<T> {
  const root = document.documentElement;
  const { title: titleBefore } = document;
  const { lang: languageBefore } = root;
  const holder = document.createElement('div');
  holder.dataset['printAlone'] = '';
  holder.append(element);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${whilePrinting}\n${style}`);
  document.body.append(holder);
  document.adoptedStyleSheets.push(sheet);
  document.title = title;
  root.lang = language;
  root.dataset['printingAlone'] = '';
  try {
    await Promise.all([...holder.querySelectorAll('img')].map((image) => image.decode().catch(() => undefined)));
    return await run();
  } finally {
    delete root.dataset['printingAlone'];
    root.lang = languageBefore;
    document.title = titleBefore;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    holder.remove();
  }
}

/**
 * Gives the person what the page prints: on the desktop as a tagged PDF under a name of their choice, in a browser by its own dialog. False when
 * cancelled. @param fileName proposed, with or without its ending
 */
export function savePrint(fileName: string): Promise<boolean> {
  if (desktop !== null) return desktop.host.savePdf(/\.pdf$/iu.test(fileName) ? fileName : `${fileName}.pdf`);
  window.print();
  return Promise.resolve(true);
}
