import type { HouseStyle } from '../../../../shared/contract/reports-style.ts';
import type { Ticket } from '../../../../shared/model/ids.ts';
import { sendFile } from '../../../lib/blobs.ts';
import { useText } from '../../../lib/text.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { FilePick } from './FilePick.tsx';
import styles from './style.module.css';

interface TemplatePartProps {
  readonly template: HouseStyle['wordTemplate'];
  readonly onChange: (template: { readonly ticket: Ticket } | null) => Promise<HouseStyle | undefined>;
}

/** The organisation's own Word template, or the program's. */
export function TemplatePart({ template, onChange }: TemplatePartProps) {
  const say = useText();
  return (
    <section className={styles.part}>
      <h2>{say('reports.style.template')}</h2>
      <p className={styles.help}>{template?.name ?? say('reports.style.templateNone')}</p>
      <p className={styles.help}>{say('reports.style.templateHelp')}</p>
      <div className={styles.buttons}>
        <FilePick
          accept=".docx,.dotx"
          label={say('reports.style.templateChoose')}
          onPick={(file) => void sendFile(file).then((ticket) => onChange({ ticket }))}
        />
        {template === null ? null : (
          <Button onPress={() => void onChange(null)} size="bar" variant="quiet">
            {say('reports.style.takeAway')}
          </Button>
        )}
      </div>
    </section>
  );
}
