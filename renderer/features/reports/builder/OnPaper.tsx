import { createContext, use, type ReactNode } from 'react';
import { RawIntlProvider, type IntlShape } from 'react-intl';

/** The words of the report's language, for what stands on its pages. */
export const PaperIntlContext = createContext<IntlShape | null>(null);

/** What is inside speaks the report's language; labels and problems round it speak the program's. */
export function OnPaper({ children }: { readonly children: ReactNode }) {
  const intl = use(PaperIntlContext);
  return intl === null ? children : <RawIntlProvider value={intl}>{children}</RawIntlProvider>;
}
