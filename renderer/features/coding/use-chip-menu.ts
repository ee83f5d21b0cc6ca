import { useRef, useState } from 'react';
import { CodingId } from '../../../shared/model/ids.ts';
import type { ChipDeed } from './ChipMenu.tsx';
import type { CodingDeeds } from './use-coding-deeds.ts';

interface ChipMenuOptions {
  readonly onOpenTheme: (themeId: string) => void;
  readonly onAbout: (codingIds: readonly CodingId[]) => void;
  readonly focusRow: () => void;
}

/** Codings behind a chip, as the page holds them. */
export function codingsOfChip(chip: HTMLElement): CodingId[] {
  return (chip.dataset['chip'] ?? '').split(' ').map((id) => CodingId.parse(id));
}

/** The menu of the chip it was opened on. */
export function useChipMenu(deeds: CodingDeeds, { onOpenTheme, onAbout, focusRow }: ChipMenuOptions) {
  const triggerRef = useRef<HTMLElement | null>(null);
  const [isOpen, setOpen] = useState(false);
  const act = (deed: ChipDeed): void => {
    const chip = triggerRef.current;
    if (chip === null) return undefined;
    const ids = codingsOfChip(chip);
    switch (deed.kind) {
      case 'polarity':
        return deeds.setPolarity(ids, deed.polarity);
      case 'level':
        return deeds.setAbout(ids, { level: deed.level });
      case 'about':
        return onAbout(ids);
      case 'certainty':
        return deeds.setCertainty(ids, chip.dataset['certainty'] === 'inferred' ? 'explicit' : 'inferred');
      case 'open':
        return onOpenTheme(chip.dataset['themeId'] ?? '');
      case 'remove':
        focusRow();
        return deeds.remove(ids);
    }
  };
  return {
    triggerRef,
    isOpen,
    setOpen,
    open: (chip: HTMLElement): void => {
      triggerRef.current = chip;
      setOpen(true);
    },
    act,
  } as const;
}
