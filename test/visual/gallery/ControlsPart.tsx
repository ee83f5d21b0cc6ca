import { useState } from 'react';
import { Button } from '../../../renderer/ui/button/Button.tsx';
import { Checkbox } from '../../../renderer/ui/checkbox/Checkbox.tsx';
import { Dialog } from '../../../renderer/ui/dialog/Dialog.tsx';
import { FilterChip } from '../../../renderer/ui/filter-chip/FilterChip.tsx';
import { IconButton } from '../../../renderer/ui/icon-button/IconButton.tsx';
import { Keycap } from '../../../renderer/ui/keycap/Keycap.tsx';
import { Menu } from '../../../renderer/ui/menu/Menu.tsx';
import { PageHeader } from '../../../renderer/ui/page-header/PageHeader.tsx';
import { Popover } from '../../../renderer/ui/popover/Popover.tsx';
import { ProgressBar } from '../../../renderer/ui/progress-bar/ProgressBar.tsx';
import { RadioGroup } from '../../../renderer/ui/radio-group/RadioGroup.tsx';
import { SegmentedControl } from '../../../renderer/ui/segmented-control/SegmentedControl.tsx';
import { Select } from '../../../renderer/ui/select/Select.tsx';
import { StatusText } from '../../../renderer/ui/status-text/StatusText.tsx';
import { Switch } from '../../../renderer/ui/switch/Switch.tsx';
import { Tabs } from '../../../renderer/ui/tabs/Tabs.tsx';
import { Toolbar } from '../../../renderer/ui/toolbar/Toolbar.tsx';
import styles from './gallery.module.css';

const services = [
  { id: 'both', label: 'begge', detail: '61' },
  { id: 'housing', label: 'Botjenesten', detail: '33' },
  { id: 'substance', label: 'Rustjenesten', detail: '28' },
];

export function ControlsPart() {
  const [view, setView] = useState<'percent' | 'count'>('percent');
  const [service, setService] = useState('both');
  const [wayOut, setWayOut] = useState<'merge' | 'all' | 'together'>('merge');
  const [tab, setTab] = useState<'answers' | 'remarks'>('answers');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <PageHeader
        actions={
          <>
            <Button>Skriv ut …</Button>
            <Button variant="main">Ta i bruk versjon 3</Button>
          </>
        }
        facts="Versjon 3, utkast. Versjon 2 er i bruk i 61 intervjuer og kan ikke endres."
        title="Brukerspørsmål, Fjordvik og Skogbygda"
      />
      <Toolbar
        end={
          <SegmentedControl
            label="Visning"
            onChange={setView}
            segments={[
              { id: 'percent', label: 'Prosent' },
              { id: 'count', label: 'Antall' },
            ]}
            value={view}
          />
        }
        label="Filtre"
      >
        <Select label="Tjeneste" look="chip" onChange={setService} options={services} value={service} />
        <FilterChip name="Tema" value="alle" />
        <FilterChip detail="6 spm." hasMenu={false} value="Medvirkning" />
        <Button icon="add" size="bar" variant="quiet">
          Filter
        </Button>
      </Toolbar>
      <div className={styles.body}>
        <div className={styles.row}>
          <Button icon="copy" kbd="Ctrl C">
            Kopier
          </Button>
          <Button icon="export" kbd="E">
            Eksporter …
          </Button>
          <Button kbd="I" variant="main">
            Inn i rapport
          </Button>
          <Button variant="quiet">Avbryt</Button>
          <Button isDanger>Slett prosjektet …</Button>
          <Button isDanger variant="main">
            Slett for alltid
          </Button>
          <IconButton icon="more" kbd="F10" label="Mer" />
          <IconButton icon="rightPane" label="Panel" size="small" />
        </div>
        <div className={styles.row}>
          <Button icon="released" isDisabled kbd="G" reason="Tre celler har færre enn 5 personer." variant="main">
            Slipp tallene …
          </Button>
          <Button isDisabled>Kopier</Button>
          <Button isDisabled variant="quiet">
            Angre
          </Button>
        </div>
        <div className={styles.row}>
          <Menu
            entries={[
              { id: 'copy', label: 'Kopier', icon: 'copy', kbd: 'Ctrl C' },
              { id: 'print', label: 'Skriv ut …', icon: 'print', kbd: 'Ctrl P' },
              { kind: 'separator', id: 'line' },
              { id: 'delete', label: 'Slett …', icon: 'delete', isDanger: true },
            ]}
            label="Mer"
            onAction={() => undefined}
            trigger={<Button icon="more">Mer</Button>}
          />
          <Popover label="Legende" trigger={<Button>Hva betyr tegnene?</Button>}>
            <p className={styles.muted}>: vises ikke, for at ingen skal kunne kjennes igjen</p>
          </Popover>
          <Button onPress={() => setIsOpen(true)}>Trekk tilbake …</Button>
          <Dialog
            actions={
              <>
                <Button onPress={() => setIsOpen(false)} variant="quiet">
                  Avbryt
                </Button>
                <Button isDanger onPress={() => setIsOpen(false)} variant="main">
                  Slett svarene fra R017
                </Button>
              </>
            }
            isOpen={isOpen}
            onOpenChange={setIsOpen}
            title="R017 trekker samtykket, og svarene slettes"
          >
            <p>24 svar og 3 sitater forsvinner fra arbeidsområdet. Tall som alt er sluppet, står, men kan ikke slippes på nytt.</p>
          </Dialog>
          <span>
            <Keycap keys="⇧ Tab" /> <Keycap keys="Ctrl ↓" /> <Keycap keys="4" look="filled" /> <Keycap keys="?" />
          </span>
        </div>
        <div className={styles.row}>
          <StatusText icon="saved" tone="good">
            Alt er lagret · 14:32:07
          </StatusText>
          <StatusText icon="released" tone="good">
            Sluppet 12. mai som utlevering 12
          </StatusText>
          <StatusText icon="overdue" isStrong tone="bad">
            14 uker over tiden
          </StatusText>
          <StatusText icon="notReportedBack" tone="warn">
            Gjort, men brukerne har ikke fått vite det
          </StatusText>
          <StatusText icon="waiting" tone="neutral">
            om ca. 5 uker
          </StatusText>
        </div>
        <div className={styles.row}>
          <div className={styles.narrow}>
            <ProgressBar label="Kodet" max={58} showsText text="37 av 58 kodet" value={37} />
          </div>
          <div className={styles.narrow}>
            <ProgressBar label="Tilgang" max={5} size="thin" text="5 av 5" tone="good" value={5} />
          </div>
        </div>
        <div className={styles.row}>
          <div className={styles.narrow}>
            <RadioGroup
              label="Slik kommer du videre"
              look="boxes"
              onChange={setWayOut}
              options={[
                { id: 'merge', label: 'Slå sammen ytterkategoriene', help: 'Tre svar blir igjen, og alle celler kan vises.' },
                { id: 'all', label: 'Vis bare kolonnen Alle', help: 'Tjenestene sammenlignes ikke.' },
                { id: 'together', label: 'Vis Fjordvik og Skogbygda samlet', help: 'Gir 71 og 52 svar i de to tjenestene.' },
              ]}
              value={wayOut}
            />
          </div>
          <div className={styles.narrow}>
            <RadioGroup
              label="Farger"
              onChange={setService}
              options={[
                { id: 'both', label: 'Følg maskinen' },
                { id: 'housing', label: 'Lys' },
                { id: 'substance', label: 'Mørk' },
              ]}
              value={service}
            />
          </div>
          <div className={styles.column}>
            <Checkbox defaultSelected>Ta med fritekst</Checkbox>
            <Checkbox help="Bare de som er klarert for rapporten.">Ta med sitater</Checkbox>
            <Checkbox isIndeterminate>Alle temaer</Checkbox>
            <Checkbox isDisabled>Kan ikke velges nå</Checkbox>
            <Switch defaultSelected>Enkelttaster virker</Switch>
            <Switch help="Til tale og til den som taster lett feil.">Si hvert svar høyt</Switch>
          </div>
          <div className={styles.narrow}>
            <Tabs
              label="Om R017"
              onChange={setTab}
              tabs={[
                { id: 'answers', label: 'Svar', note: '24', content: <p className={styles.muted}>Alle svar i rekkefølge.</p> },
                { id: 'remarks', label: 'Merknader', content: <p className={styles.muted}>Ingen.</p> },
              ]}
              value={tab}
            />
          </div>
        </div>
      </div>
    </>
  );
}
