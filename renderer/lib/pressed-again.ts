const again = new WeakSet<Event>();

/** Marks an event as a key that a person pressed and that the program presses once more, at the place it was meant for. */
export function markPressedAgain(event: Event): void {
  again.add(event);
}

/** Whether a person pressed this key, now or a moment ago; events that components send on to each other are no keys. */
export function isPersonsKey(event: Event): boolean {
  return event.isTrusted || again.has(event);
}
