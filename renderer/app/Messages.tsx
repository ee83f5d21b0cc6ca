import { useEffect, useState, type ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import type { Language } from '../../shared/model/text.ts';
import { loadCatalogue, type Catalogue } from '../lib/catalogues.ts';
import { localeOf } from '../lib/text.ts';

/** Gives the texts of one language; on a change the old language stays until the new one is there. */
export function Messages({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  const [loaded, setLoaded] = useState<{ readonly language: Language; readonly messages: Catalogue } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void loadCatalogue(language).then((messages) => {
      if (isCurrent) setLoaded({ language, messages });
    });
    return () => {
      isCurrent = false;
    };
  }, [language]);
  if (loaded === null) return null;
  return (
    <IntlProvider locale={localeOf(loaded.language)} messages={loaded.messages} onError={() => {}} textComponent="span">
      {children}
    </IntlProvider>
  );
}
