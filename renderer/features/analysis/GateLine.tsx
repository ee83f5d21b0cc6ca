import { printedKey } from '../../../shared/commands/keys.ts';
import type { ExhibitView } from '../../../shared/contract/analysis.ts';
import { platform } from '../../lib/platform.ts';
import { useText } from '../../lib/text.ts';
import { Banner } from '../../ui/banner/Banner.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { Menu, type MenuEntry } from '../../ui/menu/Menu.tsx';
import styles from './gate.module.css';
import { GateState } from './GateState.tsx';
import type { SheetDeeds } from './use-sheet-deeds.ts';

interface GateLineProps {
  readonly gate: ExhibitView['gate'];
  readonly isInside: boolean;
  readonly deeds: SheetDeeds;
  readonly onView: () => void;
  readonly isReadingOpen: boolean;
  readonly onReading: () => void;
}

type MoreId = 'copy' | 'copyChart' | 'finding' | 'insert';

/** What the gate says of the table, and what may be done with it now. */
export function GateLine({ gate, isInside, deeds, onView, isReadingOpen, onReading }: GateLineProps) {
  const say = useText();
  if (isInside) {
    return (
      <Banner
        action={
          <Button icon="released" kbd="G" onPress={onView} size="bar" variant="main">
            {say('analysis.deed.asReleased')}
          </Button>
        }
        icon="insideView"
        isHatched
        title={say('analysis.gate.inside')}
        tone="warn"
      >
        {say('analysis.gate.insideText')}
      </Banner>
    );
  }
  const more: MenuEntry<MoreId>[] = [
    { id: 'copy', label: say('analysis.deed.copy'), icon: 'copy', kbd: printedKey('Mod+C', platform), isDisabled: !deeds.canLeave },
    {
      id: 'copyChart',
      label: say('analysis.deed.copyChart'),
      icon: 'copy',
      kbd: printedKey('Shift+C', platform),
      isDisabled: !deeds.canLeave,
    },
    { id: 'finding', label: say('analysis.deed.finding'), icon: 'finding', kbd: printedKey('Mod+Enter', platform) },
    { id: 'insert', label: say('reports.into.deed'), icon: 'report', kbd: 'I' },
  ];
  return (
    <div aria-label={say('analysis.gate.label')} className={styles.gate} role="group">
      <GateState gate={gate} />
      <div className={styles.gateDeeds}>
        <Button icon="insideView" kbd="G" onPress={onView} size="bar" variant="quiet">
          {say('analysis.deed.inside')}
        </Button>
        <Button icon="export" isDisabled={!deeds.canLeave} kbd="E" onPress={deeds.export} size="bar">
          {say('analysis.deed.export')}
        </Button>
        <Button kbd="S" onPress={deeds.keep} size="bar" variant="main">
          {say('analysis.deed.keep')}
        </Button>
        <Menu
          entries={more}
          label={say('analysis.deed.more')}
          onAction={(id) => deeds[id]()}
          placement="bottom end"
          trigger={<IconButton icon="more" label={say('analysis.deed.more')} />}
        />
        <IconButton aria-expanded={isReadingOpen} icon="rightPane" label={say('analysis.pane.reading')} onPress={onReading} />
      </div>
    </div>
  );
}
