import { documentError, documentLimits } from './document-text.ts';
import { XmlError, xmlParser } from './xml.ts';

/** An element's start: its name without prefix, its namespace, and its attributes by their names without prefix. */
export interface XmlStart {
  readonly name: string;
  readonly uri: string;
  readonly attribute: (name: string) => string | undefined;
}

/** What is told of a document while it is read. */
export interface XmlListener {
  readonly open: (element: XmlStart) => void;
  readonly close: (name: string, uri: string) => void;
  readonly text: (text: string) => void;
}

/**
 * Reads a document's XML as it comes. A document type is refused (it could define entities), and so is nesting deeper than
 * `documentLimits.depth`. @param part names the part in the refusal. @throws AppError FILE_UNREADABLE
 */
export function xmlWalker(listener: XmlListener, part: string): { readonly write: (text: string) => void; readonly end: () => void } {
  const parser = xmlParser(
    {
      ...listener,
      open: ({ name, uri, attributes }) => listener.open({ name, uri, attribute: (wanted) => attributes.get(wanted) }),
    },
    { depth: documentLimits.depth, elements: Number.POSITIVE_INFINITY },
  );
  const refusing = (run: () => void): void => {
    try {
      run();
    } catch (error) {
      throw error instanceof XmlError ? documentError('damaged', { part, row: error.line }) : error;
    }
  };
  return { write: (text) => refusing(() => parser.write(text)), end: () => refusing(parser.end) };
}
