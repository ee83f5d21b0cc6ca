import { useEffect, useState } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import type { Language } from '../../../../shared/model/text.ts';
import { intlOf } from '../../../lib/catalogues.ts';
import { useLanguage } from '../../../lib/text.ts';

/** What stands on the page speaks the report's language, whatever the program's is. Null until its words are there. */
export function useReportIntl(language: Language): IntlShape | null {
  const own = useIntl();
  const reader = useLanguage();
  const [loaded, setLoaded] = useState<{ readonly language: Language; readonly intl: IntlShape } | null>(null);
  useEffect(() => {
    if (reader === language) return undefined;
    let isCurrent = true;
    void intlOf(language).then((intl) => {
      if (isCurrent) setLoaded({ language, intl });
    });
    return () => {
      isCurrent = false;
    };
  }, [reader, language]);
  if (reader === language) return own;
  return loaded?.language === language ? loaded.intl : null;
}
