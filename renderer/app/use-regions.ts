import { useCommand } from '../lib/commands.tsx';

/** F6 walks the regions of the window: rail, header, main, side panel, status line; one without anything to focus is passed over. */
export function useRegions(): void {
  useCommand('nextRegion', () => step(1));
  useCommand('previousRegion', () => step(-1));
}

const focusable = '[aria-current="page"], [tabindex="0"], button:not(:disabled), a[href], input, textarea, h1[tabindex="-1"]';

function step(direction: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) => region.getClientRects().length > 0);
  const current = regions.findLastIndex((region) => region.contains(document.activeElement));
  for (let n = 1; n <= regions.length; n += 1) {
    const region = regions[(current + direction * n + regions.length * 2) % regions.length];
    const target = region?.querySelector<HTMLElement>(focusable);
    target?.focus();
    if (target !== null && target !== undefined && document.activeElement === target) return;
  }
}
