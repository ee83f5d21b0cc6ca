import { createContext, use, useEffect, useEffectEvent, useMemo, type ReactNode } from 'react';
import { commands, type CommandEntry } from '../../shared/commands/registry.ts';
import { isBinding, keyName, type KeyEventLike } from '../../shared/commands/keys.ts';
import { platform } from './platform.ts';
import { preferences } from './preferences.ts';
import { isPersonsKey } from './pressed-again.ts';
import { createStore, type Store } from './store.ts';

type Handler = () => void;

interface Commands {
  /** Commands that can be carried out now, latest registration last. */
  readonly active: Store<ReadonlyMap<string, readonly Handler[]>>;
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
  const value = useMemo<Commands>(() => ({ active: createStore<ReadonlyMap<string, readonly Handler[]>>(new Map()) }), []);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      // React Aria sends keys on to the option in view as events of its own; only a person's key is a command.
      if (event.defaultPrevented || !isPersonsKey(event)) return;
      const command = findCommand(event, value.active.get());
      if (command === undefined) return;
      event.preventDefault();
      value.active.get().get(command.id)?.at(-1)?.();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [value]);
  return <CommandsContext value={value}>{children}</CommandsContext>;
}

function findCommand(event: KeyboardEvent, active: ReadonlyMap<string, readonly Handler[]>): CommandEntry | undefined {
  const name = keyName(event, platform);
  if (name === '' || isSilenced(name)) return undefined;
  const caret = hasCaret(event.target) || hasCaret(document.activeElement);
  const fitting = commands.filter(
    (command) =>
      active.has(command.id) && (command.caret === 'both' || !caret) && command.keys.some((key) => isBinding(key, name, platform)),
  );
  // A screen's own command goes before a global one.
  return fitting.find((command) => command.context !== 'global') ?? fitting[0];
}

/** Makes a command of the registry work while the component is on screen. */
export function useCommand(id: string, handler: Handler, isEnabled = true): void {
  const value = use(CommandsContext);
  const run = useEffectEvent(handler);
  useEffect(() => {
    if (value === null || !isEnabled) return undefined;
    const call = (): void => run();
    change(value, id, (handlers) => [...handlers, call]);
    return () => change(value, id, (handlers) => handlers.filter((known) => known !== call));
  }, [value, id, isEnabled]);
}

function change(value: Commands, id: string, edit: (handlers: readonly Handler[]) => readonly Handler[]): void {
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
    const run = active.get(entry.id)?.at(-1);
    return run === undefined ? [] : [{ entry, run }];
  });
}

const emptyStore: Store<ReadonlyMap<string, readonly Handler[]>> = createStore<ReadonlyMap<string, readonly Handler[]>>(new Map());

/** Carries out a command by name (native menus, buttons). */
export function useRunCommand(): (id: string) => void {
  const value = use(CommandsContext);
  return (id) => value?.active.get().get(id)?.at(-1)?.();
}
