import { useState } from 'react';
import type { HouseStyle } from '../../../../shared/contract/reports-style.ts';
import type { Ticket } from '../../../../shared/model/ids.ts';
import { sendFile } from '../../../lib/blobs.ts';
import { FormDialog } from '../../../lib/dialogs/FormDialog.tsx';
import { useText } from '../../../lib/text.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { TextField } from '../../../ui/text-field/TextField.tsx';
import { FilePick } from './FilePick.tsx';
import styles from './style.module.css';

interface LogoPartProps {
  readonly logo: HouseStyle['logo'];
  readonly onChange: (logo: { readonly ticket: Ticket; readonly altText: string } | null) => Promise<HouseStyle | undefined>;
}

/** The organisation's picture, with what it shows in words. */
export function LogoPart({ logo, onChange }: LogoPartProps) {
  const say = useText();
  const [file, setFile] = useState<File | null>(null);
  const [altText, setAltText] = useState('');
  async function keep(): Promise<void> {
    if (file === null) return;
    const ticket = await sendFile(file);
    if ((await onChange({ ticket, altText: altText.trim() })) !== undefined) setFile(null);
  }
  return (
    <section className={styles.part}>
      <h2>{say('reports.style.logo')}</h2>
      <p className={styles.help}>
        {logo === null ? say('reports.style.logoNone') : say('reports.style.logoKept', { altText: logo.altText })}
      </p>
      <div className={styles.buttons}>
        <FilePick accept="image/png,image/jpeg,image/svg+xml" label={say('reports.style.logoChoose')} onPick={setFile} />
        {logo === null ? null : (
          <Button onPress={() => void onChange(null)} size="bar" variant="quiet">
            {say('reports.style.takeAway')}
          </Button>
        )}
      </div>
      {file === null ? null : (
        <FormDialog onClose={() => setFile(null)} onSave={keep} saveLabel={say('reports.into.save')} title={file.name}>
          <TextField
            autoFocus
            help={say('reports.style.logoAltHelp')}
            label={say('reports.style.logoAlt')}
            maxLength={200}
            onChange={setAltText}
            value={altText}
          />
        </FormDialog>
      )}
    </section>
  );
}
