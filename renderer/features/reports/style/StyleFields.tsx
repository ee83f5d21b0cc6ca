import { ReportFont, type HouseStyle } from '../../../../shared/contract/reports-style.ts';
import { client } from '../../../lib/client.ts';
import { KeptField } from '../../../lib/fields/KeptField.tsx';
import { useText } from '../../../lib/text.ts';
import { useSave } from '../../../lib/use-save.ts';
import { Select } from '../../../ui/select/Select.tsx';
import { AccentField } from './AccentField.tsx';
import { LogoPart } from './LogoPart.tsx';
import styles from './style.module.css';
import { TemplatePart } from './TemplatePart.tsx';

type Change = Parameters<typeof client.reports.setHouseStyle>[0];

const fonts = ReportFont.options.map((id) => ({ id, label: id }));

/** The choices of a house style, each saved as it is made. */
export function StyleFields({ style }: { readonly style: HouseStyle }) {
  const say = useText();
  const save = useSave();
  const change = (part: Change): Promise<HouseStyle | undefined> => save(() => client.reports.setHouseStyle(part));
  return (
    <div className={styles.fields}>
      <KeptField
        label={say('reports.style.organisation')}
        onSave={(organisation) => void change({ organisation: organisation.trim().slice(0, 200) })}
        value={style.organisation}
      />
      <p className={styles.help}>{say('reports.style.organisationHelp')}</p>
      <AccentField key={style.accent} onKeep={(accent) => void change({ accent })} value={style.accent} />
      <Select
        label={say('reports.style.headingFont')}
        onChange={(headingFont) => void change({ headingFont })}
        options={fonts}
        value={style.headingFont}
      />
      <Select
        label={say('reports.style.bodyFont')}
        onChange={(bodyFont) => void change({ bodyFont })}
        options={fonts}
        value={style.bodyFont}
      />
      <LogoPart logo={style.logo} onChange={(logo) => change({ logo })} />
      <TemplatePart onChange={(wordTemplate) => change({ wordTemplate })} template={style.wordTemplate} />
    </div>
  );
}
