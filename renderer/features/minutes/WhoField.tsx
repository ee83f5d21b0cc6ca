import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { type KeyboardEvent, type Ref, useRef, useState } from 'react';
import type { RegisterHit } from '../../../shared/contract/register-rows.ts';
import { client, orpc } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { ComboBox, type ComboBoxOption } from '../../ui/combo-box/ComboBox.tsx';

/** The registers that are looked in. */
export type WhoKind = 'organisations' | 'people' | 'bodies';

/** Who was meant: an entry of a register, one of the given choices, or only the words. */
export type Who =
  | { readonly kind: WhoKind; readonly id: string; readonly name: string }
  | { readonly kind: 'choice'; readonly id: string }
  | { readonly kind: 'said'; readonly text: string };

interface WhoFieldProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly kinds: readonly WhoKind[];
  /** Fitting choices that are in no register, before the registers' hits. */
  readonly choices?: readonly { readonly id: string; readonly label: string }[];
  readonly value: string;
  /** The words may stand as they are. */
  readonly takesWords?: boolean;
  readonly onChoose: (who: Who) => void;
  /** Enter or leaving with the field emptied. */
  readonly onClear?: () => void;
  /** Where focus goes after Enter. */
  readonly onNext?: () => void;
  readonly onCancel?: () => void;
  readonly on?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

const mostTyped = 60;
const saidId = 'said';

/** Somebody, found by typing in several registers at once. Enter takes the best hit, also when it is typed faster than it is searched. */
export function WhoField(props: WhoFieldProps) {
  const { kinds, choices = [], value, takesWords = false, onChoose, onClear, onNext, on, ...box } = props;
  const say = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const [isHere, setIsHere] = useState(false);
  /** What is typed and not settled, also between two drawings. */
  const live = useRef<string | null>(null);
  const text = (typed ?? '').trim().slice(0, mostTyped);
  const inputOf = (kind: WhoKind) => ({ kind, text, limit: 8, ...(on === undefined ? {} : { on }) });
  const queries = useQueries({
    queries: kinds.map((kind) => ({
      ...orpc.registers.find.queryOptions({ input: inputOf(kind) }),
      enabled: isHere && (text !== '' || choices.length === 0),
      placeholderData: keepPreviousData,
    })),
  });
  const isSettled = queries.every((query) => query.isSuccess && !query.isPlaceholderData) || (text === '' && choices.length > 0);
  const fold = text.toLocaleLowerCase();
  const fitting = choices.filter(({ label }) => label.toLocaleLowerCase().includes(fold));
  const hits = text === '' && choices.length > 0 ? [] : queries.flatMap((query) => query.data?.hits ?? []);
  const shown: readonly ComboBoxOption[] = [
    ...fitting.map(({ id, label }) => ({ id: `choice:${id}`, label })),
    ...hits.map(({ id, name, detail }) => ({ id, label: name, detail })),
    ...(takesWords && text !== '' ? [{ id: saidId, label: say('minutes.asSaid', { said: text }) }] : []),
  ];

  /** Focus goes on at once; who was meant is said as soon as it is known. Keys come faster than registers are searched. */
  function leaveFor(work: () => void): void {
    live.current = null;
    setTyped(null);
    onNext?.();
    work();
  }
  function take(who: Who): void {
    leaveFor(() => onChoose(who));
  }
  function hitOf(found: readonly (readonly RegisterHit[])[], id: string): Who | undefined {
    for (const [index, list] of found.entries()) {
      const hit = list.find((one) => one.id === id);
      const kind = kinds[index];
      if (hit !== undefined && kind !== undefined) return { kind, id: hit.id, name: hit.name };
    }
    return undefined;
  }
  /** What stands in the list may belong to the letters before: the best hit for what is typed now is waited for. */
  async function best(): Promise<Who | undefined> {
    const found = await Promise.all(kinds.map(async (kind) => (await client.registers.find(inputOf(kind))).hits));
    const [first] = found.flat();
    return first === undefined ? (takesWords ? { kind: 'said', text } : undefined) : hitOf(found, first.id);
  }
  function takeBest(): void {
    const [choice] = fitting;
    if (choice !== undefined) return take({ kind: 'choice', id: choice.id });
    // A register that cannot be read tells of itself in the list; the words stand as they were said, where they may.
    const words: Who | undefined = takesWords ? { kind: 'said', text } : undefined;
    return leaveFor(
      () =>
        void best()
          .catch(() => words)
          .then((who) => (who === undefined ? undefined : onChoose(who))),
    );
  }
  function choose(id: string): void {
    const who = hitOf(
      queries.map((query) => query.data?.hits ?? []),
      id,
    );
    if (id.startsWith('choice:')) take({ kind: 'choice', id: id.slice('choice:'.length) });
    else if (!isSettled) takeBest();
    else if (id === saidId) take({ kind: 'said', text });
    else if (who !== undefined) take(who);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.defaultPrevented) return;
    event.preventDefault();
    if (typed === null) onNext?.();
    else if (text === '') leaveFor(() => onClear?.());
    else if (!isSettled) takeBest();
  }
  function onLeave(): void {
    setIsHere(false);
    const left = live.current;
    live.current = null;
    setTyped(null);
    if (left === null) return;
    if (left.trim() === '') onClear?.();
    // Words that were typed and left are what was said: nothing typed is lost.
    else if (takesWords) onChoose({ kind: 'said', text: left.trim() });
  }

  return (
    <div onBlur={onLeave} onFocus={() => setIsHere(true)} onKeyDown={onKeyDown} role="presentation">
      <ComboBox
        {...box}
        countText={say('minutes.who.hits', { n: shown.length })}
        onChoose={choose}
        onTextChange={(next) => {
          live.current = next;
          setTyped(next);
        }}
        opensOnFocus={choices.length > 0}
        options={shown}
        text={typed ?? value}
      />
    </div>
  );
}
