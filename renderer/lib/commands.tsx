import { createContext, use, useEffect, useEffectEvent, useMemo, type ReactNode } from 'react';
import { OverlayTriggerStateContext } from 'react-aria-components';
import { commands, type CommandEntry } from '../../shared/commands/registry.ts';
import { isBinding, keyName, type KeyEventLike } from '../../shared/commands/keys.ts';
import { platform } from './platform.ts';
import { preferences } from './preferences.ts';
import { isPersonsKey } from './pressed-again.ts';
import { createStore, type Store } from './store.ts';

type Handler = () => void;

/** What carries out a command, and whether it stands over the screen, in a dialog or a popover. */
interface Registered {
  readonly run: Handler;
  readonly isOver: boolean;
}

type Active = ReadonlyMap<string, readonly Registered[]>;

interface Commands {
  /** Commands that can be carried out now, latest registration last. */
  readonly active: Store<Active>;
}

const CommandsContext = createContext<Commands | null>(null);

/** Whether a text caret stands where the event happened: then keys type. */
export function hasCaret(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type);
}

/** Whether an event is one of a command's keys; for widgets that handle their own keys. */
export function isCommand(event: KeyEventLike, id: string): boolean {
  const name = keyName(event, platform);
  return (
    name !== '' &&
    !isSilenced(name) &&
    (commands.find((command) => command.id === id)?.keys.some((key) => isBinding(key, name, platform)) ?? false)
  );
}

/** With single keys switched off, a letter or sign by itself commands nothing: it may come from speech input. Digits answer. */
function isSilenced(name: string): boolean {
  return name.length === 1 && !/\d/u.test(name) && !preferences.get().hasSingleKeys;
}

/** Holds the commands of the screen and carries out the one whose key is pressed. */
export function CommandsProvider({ children }: { readonly children: ReactNode }) {
  const value = useMemo<Commands>(() => ({ active: createStore<Active>(new Map()) }), []);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      // React Aria sends keys on to the option in view as events of its own; only a person's key is a command.
      if (event.defaultPrevented || !isPersonsKey(event)) return;
      const handler = findHandler(event, value.active.get());
      if (handler === undefined) return;
      event.preventDefault();
      handler();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [value]);
  return <CommandsContext value={value}>{children}</CommandsContext>;
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"], [role="alertdialog"]') !== null;
}

function findHandler(event: KeyboardEvent, active: Active): Handler | undefined {
  const name = keyName(event, platform);
  if (name === '' || isSilenced(name)) return undefined;
  const caret = hasCaret(event.target) || hasCaret(document.activeElement);
  const isOver = isInDialog(event.target);
  // In a dialog a letter may look for a choice: what lies under it would put another dialog in its place, with all that was written there.
  const handlerOf = (command: CommandEntry): Handler | undefined =>
    active.get(command.id)?.findLast((handler) => handler.isOver || !isOver || command.caret === 'both')?.run;
  const fitting = commands.filter(
    (command) =>
      handlerOf(command) !== undefined &&
      (command.caret === 'both' || !caret) &&
      command.keys.some((key) => isBinding(key, name, platform)),
  );
  // A screen's own command goes before a global one.
  const command = fitting.find(({ context }) => context !== 'global') ?? fitting[0];
  return command === undefined ? undefined : handlerOf(command);
}

/** Makes a command of the registry work while the component is on screen. */
export function useCommand(id: string, handler: Handler, isEnabled = true): void {
  const value = use(CommandsContext);
  // Set by whatever floats over the screen, for what stands in it.
  const isOver = use(OverlayTriggerStateContext) !== null;
  const run = useEffectEvent(handler);
  useEffect(() => {
    if (value === null || !isEnabled) return undefined;
    const call: Registered = { run: () => run(), isOver };
    change(value, id, (handlers) => [...handlers, call]);
    return () => change(value, id, (handlers) => handlers.filter((known) => known !== call));
  }, [value, id, isEnabled, isOver]);
}

function change(value: Commands, id: string, edit: (handlers: readonly Registered[]) => readonly Registered[]): void {
  const next = new Map(value.active.get());
  const handlers = edit(next.get(id) ?? []);
  if (handlers.length === 0) next.delete(id);
  else next.set(id, handlers);
  value.active.set(next);
}

/** The commands that can be carried out now, with the function that does it; for the palette and the help page. */
export function useActiveCommands(): readonly { readonly entry: CommandEntry; readonly run: Handler }[] {
  const value = use(CommandsContext);
  const active = (value?.active ?? emptyStore).use();
  return commands.flatMap((entry) => {
    const run = active.get(entry.id)?.at(-1)?.run;
    return run === undefined ? [] : [{ entry, run }];
  });
}

const emptyStore: Store<Active> = createStore<Active>(new Map());

/** Carries out a command by name (native menus, buttons). */
export function useRunCommand(): (id: string) => void {
  const value = use(CommandsContext);
  return (id) => value?.active.get().get(id)?.at(-1)?.run();
}
