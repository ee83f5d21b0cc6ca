/** Puts the hand on the first choice in the pane of what is chosen; opens the pane where it is closed. */
export function focusPane(openPane: () => void): void {
  const first = (): HTMLElement | null =>
    document.querySelector<HTMLElement>('[data-pane] :is(dl, section, [data-own-words]) :is(a, input, button, textarea)');
  if (document.querySelector('[data-pane]') === null) openPane();
  // After the pane has come.
  setTimeout(() => first()?.focus(), 0);
}
