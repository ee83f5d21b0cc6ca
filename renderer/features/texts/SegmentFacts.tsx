import { useState } from 'react';
import { type Certainty, type Coding, Level, Polarity } from '../../../shared/contract/coding.ts';
import { formatDay, formatTime } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { ThemeChip } from '../../ui/theme-chip/ThemeChip.tsx';
import { branchOf, type Themes } from '../themes/index.ts';
import styles from './TextDesk.module.css';
import type { TextDeeds } from './use-text-deeds.ts';

/** What the panel about one segment needs. */
export interface SegmentFactsProps {
  readonly coding: Coding;
  readonly quote: string;
  readonly language: string;
  readonly themes: Themes;
  readonly services: readonly { readonly id: string; readonly name: string }[];
  readonly deeds: TextDeeds;
  readonly onRemove: () => void;
}

const none = 'none';

/** One segment: the words, the theme, how it was said, what it is about, and by whom it was coded. */
export function SegmentFacts({ coding, quote, language, themes, services, deeds, onRemove }: SegmentFactsProps) {
  const say = useText();
  const ui = useLanguage();
  const [reason, setReason] = useState<string | null>(null);
  const theme = themes.byId.get(coding.themeId);
  function leave(): void {
    if (reason !== null && reason.trim() !== (coding.reason ?? '')) deeds.setCertainty(coding, 'inferred', reason);
    setReason(null);
  }
  return (
    <div className={styles.facts}>
      <p className={styles.quiet}>{say(coding.isWhole ? 'coding.text.whole' : 'coding.text.segment')}</p>
      <ThemeChip
        mark={theme === undefined ? { colour: 'neutral', repeat: 'single' } : branchOf(theme)}
        name={themes.nameOf(coding.themeId)}
        state={coding.certainty === 'inferred' ? 'inferred' : 'coded'}
      />
      <blockquote className={styles.quote} lang={language}>
        {quote}
      </blockquote>
      <div className={styles.fact}>
        <span className={styles.quiet}>{say('coding.text.said')}</span>
        <SegmentedControl<Certainty>
          label={say('coding.text.said')}
          onChange={(certainty) => deeds.setCertainty(coding, certainty)}
          segments={[
            { id: 'explicit', label: say('coding.text.explicit') },
            { id: 'inferred', label: say('coding.text.inferred') },
          ]}
          value={coding.certainty}
        />
      </div>
      {coding.certainty === 'explicit' ? null : (
        <TextField label={say('coding.text.why')} onBlur={leave} onChange={setReason} value={reason ?? coding.reason ?? ''} />
      )}
      <div className={styles.chips}>
        <Select
          label={say('coding.text.tone')}
          look="chip"
          onChange={(id) => deeds.setPolarity(coding, Polarity.safeParse(id).data ?? null)}
          options={[
            { id: none, label: say('coding.polarity.none') },
            ...Polarity.options.map((id) => ({ id, label: say(`coding.polarity.${id}`) })),
          ]}
          value={coding.polarity ?? none}
        />
        <Select
          label={say('texts.about.level')}
          look="chip"
          onChange={(id) => deeds.setAbout(coding, { level: Level.safeParse(id).data ?? null })}
          options={[
            { id: none, label: say('texts.about.noLevel') },
            ...Level.options.map((id) => ({ id, label: say(`texts.about.${id}`) })),
          ]}
          value={coding.level ?? none}
        />
        {services.length === 0 ? null : (
          <Select
            label={say('texts.about.whichService')}
            look="chip"
            onChange={(id) => deeds.setAbout(coding, { serviceId: id === none ? null : id })}
            options={[{ id: none, label: say('texts.about.noService') }, ...services.map(({ id, name }) => ({ id, label: name }))]}
            value={coding.serviceId ?? none}
          />
        )}
      </div>
      <p className={styles.quiet}>
        {say('coding.text.codedBy')}{' '}
        {say('coding.text.codedByAt', { coder: coding.coder, day: formatDay(coding.codedAt, ui), time: formatTime(coding.codedAt, ui) })}
        {coding.origin === 'coder' ? null : ` ${say(`texts.origin.${coding.origin}`)}`}
      </p>
      <Button onPress={onRemove} size="bar">
        {say('coding.text.remove')}
      </Button>
    </div>
  );
}
