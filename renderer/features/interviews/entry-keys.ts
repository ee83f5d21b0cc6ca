import type { KeyEventLike } from '../../../shared/commands/keys.ts';
import { missingReasons, type MissingReason } from '../../../shared/model/questionnaire.ts';
import { isCommand } from '../../lib/commands.tsx';

/** What a key means in entry (interaction.md 1.3). */
export type EntryAction =
  | { readonly do: 'digit'; readonly digit: string }
  | { readonly do: 'reason'; readonly reason: MissingReason }
  | { readonly do: 'move' | 'section' | 'open' | 'rove'; readonly by: -1 | 1 }
  | { readonly do: 'edge'; readonly to: 'first' | 'last' }
  | { readonly do: 'person'; readonly index: number }
  | { readonly do: 'newRound' | 'removeRound' }
  | { readonly do: 'enter' | 'done' | 'take' | 'back' | 'clear' | 'language' | 'remark' | 'escape' };

/** Where the key was pressed. */
export interface KeyPlace {
  /** A text caret stands there: letters and arrows are its own. */
  readonly hasCaret: boolean;
  /** The field takes digits only, so letters are free. */
  readonly isNumberField: boolean;
  /** The field is empty and has one line: up and down leave it. */
  readonly isEmptyLine: boolean;
  /** Nothing stands in the field: page and end keys have nothing to do for the caret. */
  readonly isEmpty: boolean;
  /** The question is answered by codes, so the signs of the number pad are free. */
  readonly isChoice: boolean;
  /** Several lines can stand in the field, and this person has Enter make a new one: then Shift+Enter moves on. */
  readonly enterMakesLine: boolean;
}

const reasonCommands: Readonly<Record<MissingReason, readonly [single: string, both: string]>> = {
  'dont-know': ['entry.dontKnow', 'entry.reason1'],
  'prefer-not-to-say': ['entry.preferNotToSay', 'entry.reason2'],
  'not-applicable': ['entry.notApplicable', 'entry.reason3'],
  illegible: ['entry.illegible', 'entry.reason4'],
  skipped: ['entry.skip', 'entry.reason5'],
};

const personCommands = ['entry.person1', 'entry.person2', 'entry.person3', 'entry.person4'];

const padReasons: Readonly<Record<string, MissingReason>> = {
  NumpadSubtract: 'dont-know',
  NumpadMultiply: 'prefer-not-to-say',
  NumpadDivide: 'not-applicable',
  NumpadAdd: 'illegible',
  NumpadDecimal: 'skipped',
};

/** The meaning of a key where it was pressed, or null when it is the field's or the browser's. */
export function readKey(event: KeyEventLike, place: KeyPlace): EntryAction | null {
  return readAnywhere(event, place) ?? (place.hasCaret ? readInField(event, place) : readOnQuestion(event, place));
}

function readAnywhere(event: KeyEventLike, place: KeyPlace): EntryAction | null {
  for (const reason of missingReasons) if (isCommand(event, reasonCommands[reason][1])) return { do: 'reason', reason };
  if (isCommand(event, 'entry.done')) return { do: 'done' };
  if (isCommand(event, 'entry.nextOpen')) return { do: 'open', by: 1 };
  if (isCommand(event, 'entry.previousOpen')) return { do: 'open', by: -1 };
  if (isCommand(event, 'entry.remark')) return { do: 'remark' };
  if (isCommand(event, 'entry.languageBoth')) return { do: 'language' };
  const person = personCommands.findIndex((id) => isCommand(event, id));
  if (person !== -1) return { do: 'person', index: person };
  if (isModified(event)) return null;
  if (event.key === 'Tab') return { do: 'move', by: event.shiftKey ? -1 : 1 };
  if (event.key === 'Escape') return { do: 'escape' };
  return event.key === 'Enter' && event.shiftKey === place.enterMakesLine ? { do: 'enter' } : null;
}

function readInField(event: KeyEventLike, place: KeyPlace): EntryAction | null {
  if (isModified(event)) return null;
  if (place.isNumberField) {
    const letter = readLetter(event);
    if (letter !== null) return letter;
  }
  const leaves = place.isNumberField || place.isEmptyLine;
  if (leaves && event.key === 'ArrowDown') return { do: 'move', by: 1 };
  if (leaves && event.key === 'ArrowUp') return { do: 'move', by: -1 };
  return place.isEmpty && ['PageDown', 'PageUp', 'Home', 'End'].includes(event.key) ? (named[event.key] ?? null) : null;
}

function readOnQuestion(event: KeyEventLike, { isChoice }: KeyPlace): EntryAction | null {
  if (isCommand(event, 'entry.removeRound')) return { do: 'removeRound' };
  if (isModified(event)) return null;
  const pad = isChoice ? padReasons[event.code] : undefined;
  if (pad !== undefined) return { do: 'reason', reason: pad };
  if (/^\d$/u.test(event.key)) return { do: 'digit', digit: event.key };
  // A French top row gives signs without Shift; with it, as in the Nordic "/", the key is that sign.
  const place = event.shiftKey ? undefined : /^Digit(\d)$/u.exec(event.code)?.[1];
  if (place !== undefined) return { do: 'digit', digit: place };
  return named[event.key] ?? readLetter(event);
}

function readLetter(event: KeyEventLike): EntryAction | null {
  for (const reason of missingReasons) if (isCommand(event, reasonCommands[reason][0])) return { do: 'reason', reason };
  if (isCommand(event, 'entry.language')) return { do: 'language' };
  if (isCommand(event, 'entry.newRound')) return { do: 'newRound' };
  return isCommand(event, 'entry.remarkSingle') ? { do: 'remark' } : null;
}

const named: Readonly<Record<string, EntryAction>> = {
  ArrowDown: { do: 'move', by: 1 },
  ArrowUp: { do: 'move', by: -1 },
  ArrowRight: { do: 'rove', by: 1 },
  ArrowLeft: { do: 'rove', by: -1 },
  PageDown: { do: 'section', by: 1 },
  PageUp: { do: 'section', by: -1 },
  Home: { do: 'edge', to: 'first' },
  End: { do: 'edge', to: 'last' },
  Backspace: { do: 'back' },
  Delete: { do: 'clear' },
  ' ': { do: 'take' },
};

/** AltGr and Option make text; the other modifiers belong to commands of the registry. */
function isModified(event: KeyEventLike): boolean {
  return event.isComposing === true || event.ctrlKey || event.metaKey || event.altKey || event.getModifierState?.('AltGraph') === true;
}
