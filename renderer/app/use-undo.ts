import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Deed } from '../../shared/contract/events.ts';
import { hasCaret, useCommand } from '../lib/commands.tsx';
import { client, orpc } from '../lib/client.ts';
import { afterDeeds } from '../lib/deed-line.ts';
import { spoken } from '../lib/errors.ts';
import { notice } from '../lib/status.ts';
import { useText } from '../lib/text.ts';

export interface NextDeeds {
  readonly next: Deed | null;
  readonly nextRedo: Deed | null;
}

export interface Undo extends NextDeeds {
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Which screens show the effect of which deeds, by the first part of the deed's message id. */
const shownOn: Readonly<Record<string, RegExp>> = {
  interviews: /\/interviews/u,
  coding: /\/coding|^\/themes/u,
  themes: /\/coding|^\/themes/u,
  actions: /^\/actions|^\/$|^\/meetings/u,
  meetings: /^\/meetings|^\/rounds/u,
  minutes: /^\/meetings/u,
  projects: /^\/$|^\/projects\/[^/]+(?:\/about)?$/u,
  exchange: /\/import|\/interviews|^\/$/u,
};

/** What undo and redo would take. It changes with every answer, so only what shows it asks for it. */
export function useNextDeeds(isOpen: boolean): NextDeeds {
  const { data } = useQuery({ ...orpc.history.next.queryOptions({ input: {} }), enabled: isOpen });
  return { next: data?.undo ?? null, nextRedo: data?.redo ?? null };
}

/** Undo and redo, named, with the rule that an effect elsewhere asks for a second press. */
export function useUndo(isOpen: boolean): Undo {
  const say = useText();
  const { pathname } = useLocation();
  const armed = useRef<number | null>(null);
  const fieldStart = useFieldStart();
  const { next, nextRedo } = useNextDeeds(isOpen);

  const reverse = async (verb: 'undo' | 'redo'): Promise<void> => {
    try {
      await afterDeeds<unknown>(() => (verb === 'undo' ? client.history.undo({}) : client.history.redo({})));
    } catch (error) {
      const said = spoken(error);
      notice.set({ text: say.any(said.message, said.params), tone: said.code === 'NOTHING_TO_UNDO' ? 'neutral' : 'bad' });
    }
  };
  const undo = (): void => {
    const screen = next === null ? undefined : shownOn[next.labelId.split('.')[0] ?? ''];
    const isElsewhere = next !== null && screen !== undefined && !screen.test(pathname);
    if (isElsewhere && armed.current !== next.seq) {
      armed.current = next.seq;
      notice.set({ text: say('app.undoElsewhere', { what: say.any(next.labelId, next.params) }), tone: 'neutral' });
      return;
    }
    armed.current = null;
    void reverse('undo');
  };
  const redo = (): void => void reverse('redo');
  // In a field, what was typed since it got focus comes first; the browser takes that back itself.
  useCommand('undo', () => (fieldStart.hasTyped() ? document.execCommand('undo') : undo()), isOpen);
  useCommand('redo', () => (fieldStart.hasTyped() ? document.execCommand('redo') : redo()), isOpen);
  return { next, nextRedo, undo, redo };
}

function useFieldStart(): { readonly hasTyped: () => boolean } {
  const start = useRef<string | null>(null);
  useEffect(() => {
    const remember = (event: FocusEvent): void => {
      start.current = hasCaret(event.target) ? valueOf(event.target) : null;
    };
    window.addEventListener('focusin', remember);
    return () => window.removeEventListener('focusin', remember);
  }, []);
  return {
    hasTyped: () => start.current !== null && hasCaret(document.activeElement) && valueOf(document.activeElement) !== start.current,
  };
}

function valueOf(target: EventTarget | null): string {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return target.value;
  return target instanceof HTMLElement ? target.innerText : '';
}
