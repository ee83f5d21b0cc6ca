import type { ReportDocument } from '../../../../../shared/contract/reports-document.ts';
import { languages } from '../../../../../shared/model/text.ts';
import { client } from '../../../../lib/client.ts';
import { KeptField } from '../../../../lib/fields/KeptField.tsx';
import { NeededField } from '../../../../lib/fields/NeededField.tsx';
import { useText } from '../../../../lib/text.ts';
import { useSave } from '../../../../lib/use-save.ts';
import { Select } from '../../../../ui/select/Select.tsx';
import styles from './pane.module.css';

type Change = Omit<Parameters<typeof client.reports.change>[0], 'reportId'>;

/** What stands on the front page. */
export function FrontPart({ document }: { readonly document: ReportDocument }) {
  const say = useText();
  const save = useSave();
  const { id: reportId, title, byline, authors, year, language } = document;
  const change = (part: Change): void => void save(() => client.reports.change({ reportId, ...part }));
  const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  return (
    <div className={styles.frontFields}>
      <NeededField label={say('reports.front.title')} lang={language} onKeep={(words) => change({ title: words })} value={title} />
      <KeptField
        label={say('reports.front.byline')}
        lang={language}
        onSave={(words) => change({ byline: orNull(words) })}
        value={byline ?? ''}
      />
      <KeptField label={say('reports.front.authors')} onSave={(words) => change({ authors: orNull(words) })} value={authors ?? ''} />
      <KeptField
        label={say('reports.front.year')}
        onSave={(words) =>
          /^(?:19|20|21)\d\d$|^$/u.test(words.trim()) ? change({ year: words.trim() === '' ? null : Number(words) }) : undefined
        }
        value={year === null ? '' : String(year)}
      />
      <Select
        help={say('reports.front.languageNote')}
        label={say('reports.front.language')}
        onChange={(next) => change({ language: next })}
        options={languages.map((id) => ({ id, label: say(`projects.language.${id}`) }))}
        value={language}
      />
    </div>
  );
}
