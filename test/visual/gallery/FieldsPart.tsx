import { useState } from 'react';
import { ComboBox } from '../../../renderer/ui/combo-box/ComboBox.tsx';
import { NumberField } from '../../../renderer/ui/number-field/NumberField.tsx';
import { PageHeader } from '../../../renderer/ui/page-header/PageHeader.tsx';
import { SearchField } from '../../../renderer/ui/search-field/SearchField.tsx';
import { Select } from '../../../renderer/ui/select/Select.tsx';
import { TextArea } from '../../../renderer/ui/text-area/TextArea.tsx';
import { TextField } from '../../../renderer/ui/text-field/TextField.tsx';
import { branchMark } from '../../../renderer/ui/theme-mark/branch-mark.ts';
import { ThemeMark } from '../../../renderer/ui/theme-mark/ThemeMark.tsx';
import styles from './gallery.module.css';

const hits = [
  { id: 'information', label: 'Informasjon', mark: <ThemeMark mark={branchMark(0)} />, detail: '26 personer' },
  { id: 'rights', label: 'Om rettigheter', mark: <ThemeMark mark={branchMark(0)} size="child" />, detail: '9' },
  { id: 'message', label: 'Informasjon', why: 'beskjed →', mark: <ThemeMark mark={branchMark(2)} />, detail: '19' },
  { id: 'new', label: 'Nytt tema «info»' },
];

export function FieldsPart() {
  const [age, setAge] = useState<number | null>(47);
  const [language, setLanguage] = useState<'nb' | 'sv' | null>(null);
  const [text, setText] = useState('');
  return (
    <>
      <PageHeader facts="Felter for tekst, tall og valg" title="Felter" />
      <div className={styles.body}>
        <div className={styles.row}>
          <div className={styles.column}>
            <TextField help="Står på forsiden av rapporten." label="Navn på prosjektet" placeholder="Bruker Spør Bruker 2026" />
            <TextField defaultValue="Fjordvik" isRequired label="Kommune" labelNote="valgfritt" />
            <TextField defaultValue="syttien" error="Skriv et årstall med fire siffer, for eksempel 2026." label="År" length={6} />
            <TextField caution="Datoen ligger fram i tid." defaultValue="14. mars 2031" label="Dato for møtet" length={14} />
            <TextField defaultValue="Kan ikke endres" isDisabled label="Versjon" />
          </div>
          <div className={styles.column}>
            <NumberField
              label="Alder"
              length={5}
              notANumber={(typed) => `«${typed}» er ikke et tall.`}
              onCommit={setAge}
              unit="år"
              value={age}
            />
            <Select
              emptyText="Velg målform"
              label="Språk"
              onChange={setLanguage}
              options={[
                { id: 'nb', label: 'Bokmål' },
                { id: 'sv', label: 'Svenska' },
              ]}
              value={language}
            />
            <SearchField clearLabel="Tøm" kbd="Ctrl F" label="Finn variabel" placeholder="Finn variabel" />
            <ComboBox
              countText={`${hits.length} treff`}
              label="Tema"
              onChoose={(id) => setText(hits.find((hit) => hit.id === id)?.label ?? '')}
              onTextChange={setText}
              options={hits}
              text={text}
            />
          </div>
          <div className={styles.column}>
            <TextArea
              label="Hva skal til for at du tar kontakt når det røyner på?"
              isWords
              defaultValue="At jeg slipper å forklare alt på nytt. Og at noen tar telefonen etter klokka tre."
            />
            <TextArea help="Bare dere ser det." label="Merknad" />
          </div>
        </div>
      </div>
    </>
  );
}
