import { useCallback, useMemo, useState } from 'react';
import type { Coding } from '../../../shared/contract/coding.ts';
import type { TextView } from '../../../shared/contract/texts.ts';
import { indexText, reindex, type Side, type TextIndex } from './text-index.ts';

/** Whose codings are shown: everybody's, mine, or two coders' on either side of the words. */
export type Showing = 'everyone' | 'mine' | 'beside';

/** A coder of the text. */
export interface TextCoder {
  readonly id: string;
  readonly name: string;
  readonly isMine: boolean;
}

/** The text as it is drawn, kept up with its codings part by part. */
export function useTextIndex(view: TextView) {
  const [showing, setShowing] = useState<Showing>('everyone');
  const [otherId, setOtherId] = useState<string | null>(null);
  const coders = useMemo(() => codersOf(view.codings), [view.codings]);
  const left = coders.find((coder) => coder.isMine) ?? coders[0];
  const right = coders.find((coder) => coder.id === otherId && coder !== left) ?? coders.find((coder) => coder !== left);
  const [leftId, rightId] = [left?.id, right?.id];
  const sideOf = useCallback(
    (coding: Coding): Side | null => {
      if (showing === 'everyone') return 'start';
      if (showing === 'mine') return coding.isMine ? 'start' : null;
      return coding.coderId === leftId ? 'start' : coding.coderId === rightId ? 'end' : null;
    },
    [showing, leftId, rightId],
  );
  const [kept, setKept] = useState<{ readonly index: TextIndex; readonly turns: TextView['turns'] }>(() => ({
    index: indexText(view.body, view.turns, view.codings, sideOf),
    turns: view.turns,
  }));
  let { index } = kept;
  const isSame = index.body === view.body && kept.turns === view.turns && index.sideOf === sideOf;
  index = isSame ? reindex(index, view.codings) : indexText(view.body, view.turns, view.codings, sideOf);
  // Kept for the next change, which then only touches the parts it is about.
  if (index !== kept.index) setKept({ index, turns: view.turns });
  return { index, showing, setShowing, coders, left, right, setOther: setOtherId };
}

function codersOf(codings: readonly Coding[]): TextCoder[] {
  const found = new Map<string, TextCoder>();
  for (const { coderId, coder, isMine } of codings) if (!found.has(coderId)) found.set(coderId, { id: coderId, name: coder, isMine });
  return [...found.values()];
}
