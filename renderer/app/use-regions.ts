import { useCommand } from '../lib/commands.tsx';

/** F6 walks the regions of the window: rail, header, main, side panel, status line. */
export function useRegions(): void {
  useCommand('nextRegion', () => step(1));
  useCommand('previousRegion', () => step(-1));
}

function step(direction: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) => region.offsetParent !== null || region.offsetHeight > 0);
  if (regions.length === 0) return;
  const current = regions.findLastIndex((region) => region.contains(document.activeElement));
  const next = regions[(current + direction + regions.length) % regions.length];
  const target = next?.querySelector<HTMLElement>('[aria-current], [tabindex="0"], button:not(:disabled), a[href], input, textarea') ?? next;
  target?.focus();
}
