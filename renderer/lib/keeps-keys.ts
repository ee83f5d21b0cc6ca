/**
 * Choices of one and of several, and the buttons that lists drop down from, keep their keys to themselves: a form's own key is caught
 * on the way down to them.
 */
export function keepsKeys(target: EventTarget): boolean {
  if (target instanceof HTMLInputElement) return target.type === 'radio' || target.type === 'checkbox';
  return target instanceof HTMLButtonElement && target.getAttribute('aria-haspopup') === 'listbox';
}
