import type { RefObject } from 'react';
import { Level, Polarity } from '../../../shared/contract/coding.ts';
import { useText } from '../../lib/text.ts';
import { RowMenu, type RowMenuEntry } from '../../ui/row-menu/RowMenu.tsx';

/** What can be done with a theme on a row besides the keys that mean it. */
export type ChipDeed =
  | { readonly kind: 'polarity'; readonly polarity: Polarity }
  | { readonly kind: 'level'; readonly level: Level }
  | { readonly kind: 'about' | 'certainty' | 'open' | 'remove' };

/** What the menu of a chip needs. */
export interface ChipMenuProps {
  readonly triggerRef: RefObject<Element | null>;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onAction: (deed: ChipDeed) => void;
}

const deeds: readonly { readonly id: string; readonly letter: string; readonly deed: ChipDeed }[] = [
  { id: 'positive', letter: '+', deed: { kind: 'polarity', polarity: 'positive' } },
  { id: 'negative', letter: '-', deed: { kind: 'polarity', polarity: 'negative' } },
  { id: 'mixed', letter: ',', deed: { kind: 'polarity', polarity: 'mixed' } },
  { id: 'neutral', letter: '.', deed: { kind: 'polarity', polarity: 'neutral' } },
  { id: 'suggestion', letter: 'F', deed: { kind: 'polarity', polarity: 'suggestion' } },
  { id: 'individual', letter: '1', deed: { kind: 'level', level: 'individual' } },
  { id: 'service', letter: '2', deed: { kind: 'level', level: 'service' } },
  { id: 'system', letter: '3', deed: { kind: 'level', level: 'system' } },
  { id: 'about', letter: 'T', deed: { kind: 'about' } },
  { id: 'certainty', letter: 'I', deed: { kind: 'certainty' } },
  { id: 'open', letter: 'O', deed: { kind: 'open' } },
  { id: 'remove', letter: 'X', deed: { kind: 'remove' } },
];

/** Tone, level, service and the rest for one theme on a row: arrows and Enter, or the sign printed beside each. */
export function ChipMenu({ triggerRef, isOpen, onOpenChange, onAction }: ChipMenuProps) {
  const say = useText();
  const labelOf = ({ deed }: (typeof deeds)[number]): string => {
    if (deed.kind === 'polarity') return say('coding.chip.tone', { tone: say(`coding.polarity.${deed.polarity}`) });
    if (deed.kind === 'level') return say('coding.chip.level', { level: say(`coding.level.${deed.level}`) });
    return say(`coding.chip.${deed.kind}`);
  };
  const entries: readonly RowMenuEntry[] = deeds.map((one) => ({
    id: one.id,
    label: labelOf(one),
    letter: one.letter,
    ...(one.id === 'remove' ? { isDanger: true } : {}),
  }));
  return (
    <RowMenu
      entries={entries}
      isOpen={isOpen}
      label={say('coding.chip.menu')}
      onAction={(id) => {
        const found = deeds.find((one) => one.id === id);
        if (found !== undefined) onAction(found.deed);
      }}
      onOpenChange={onOpenChange}
      triggerRef={triggerRef}
    />
  );
}
