import { useState } from 'react';
import { printedKey } from '../../../shared/commands/keys.ts';
import type { ExhibitView } from '../../../shared/contract/analysis.ts';
import { platform } from '../../lib/platform.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Banner } from '../../ui/banner/Banner.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { Icon } from '../../ui/icon/Icon.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import type { IconName } from '../../ui/icon/icons.ts';
import styles from './analysis.module.css';
import { releaseDay } from './release-day.ts';

interface GateLineProps {
  readonly gate: ExhibitView['gate'];
  readonly isInside: boolean;
  readonly canLeave: boolean;
  readonly onCopy: () => void;
  readonly onExport: () => void;
  readonly onView: () => void;
  readonly isReadingOpen: boolean;
  readonly onReading: () => void;
}

const looks = {
  'can-be-released': { icon: 'released', tone: 'good' },
  released: { icon: 'released', tone: 'good' },
  outdated: { icon: 'changedNumbers', tone: 'warn' },
  stopped: { icon: 'stopped', tone: 'bad' },
} as const satisfies Record<ExhibitView['gate']['state'], { readonly icon: IconName; readonly tone: 'good' | 'warn' | 'bad' }>;

/** What the gate says of the table, and what may be done with it now. */
export function GateLine({ gate, isInside, canLeave, onCopy, onExport, onView, isReadingOpen, onReading }: GateLineProps) {
  const say = useText();
  const language = useLanguage();
  const [today] = useState(() => new Date());
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
  const words = {
    'can-be-released': [say('analysis.gate.canBeReleased'), ''],
    released: [
      say('analysis.gate.released'),
      say('analysis.gate.releasedText', {
        number: gate.release?.number ?? 0,
        date: gate.release === null ? '' : releaseDay(gate.release.releasedAt, today, language),
      }),
    ],
    outdated: [say('analysis.gate.outdated'), say('analysis.gate.outdatedText', { number: gate.release?.number ?? 0 })],
    stopped: [say('analysis.gate.stopped'), say('analysis.gate.stoppedText')],
  }[gate.state];
  return (
    <div aria-label={say('analysis.gate.label')} className={styles.gate} role="group">
      <Icon name={looks[gate.state].icon} tone={looks[gate.state].tone} />
      <p className={styles.gateWords} role="status">
        <strong>{words[0]}</strong> {words[1]}
      </p>
      <Button icon="insideView" kbd="G" onPress={onView} size="bar" variant="quiet">
        {say('analysis.deed.inside')}
      </Button>
      <Button icon="copy" isDisabled={!canLeave} kbd={printedKey('Mod+C', platform)} onPress={onCopy} size="bar">
        {say('analysis.deed.copy')}
      </Button>
      <Button icon="export" isDisabled={!canLeave} kbd="E" onPress={onExport} size="bar" variant="main">
        {say('analysis.deed.export')}
      </Button>
      <IconButton aria-expanded={isReadingOpen} icon="rightPane" label={say('analysis.pane.reading')} onPress={onReading} />
    </div>
  );
}
