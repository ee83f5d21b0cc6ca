import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { Coding, TextCodings } from '../../../shared/contract/coding.ts';
import type { TextView } from '../../../shared/contract/texts.ts';
import type { CodingId, TextId } from '../../../shared/model/ids.ts';
import { client, orpc } from '../../lib/client.ts';
import { keptUpByCoding } from '../../lib/connect.ts';
import { patchedCodings, sharedCodings } from './patched-codings.ts';

/** The text as a query; what this window codes in it is written into the answer, and what stays the same stays the same objects. */
export function textQuery(textId: TextId) {
  return orpc.texts.read.queryOptions({
    input: { textId },
    meta: { [keptUpByCoding]: true },
    structuralSharing: (old, now) => {
      // Both are answers of this query.
      const [before, after] = [old as TextView | undefined, now as TextView];
      return before === undefined ? after : { ...after, codings: sharedCodings(before.codings, after.codings) };
    },
  });
}

/** Shows a text as a change of its words left it. */
export function showText(queries: QueryClient, text: TextView): void {
  queries.setQueryData(textQuery(text.textId).queryKey, text);
}

/** The text as it stands now, and what to do when deeds have changed what is coded in it. */
export function useTextCodings(view: TextView) {
  const queries = useQueryClient();
  const key = textQuery(view.textId).queryKey;
  const change = (make: (now: TextView) => TextView): void => {
    queries.setQueryData(key, (now) => (now === undefined ? undefined : make(now)));
  };
  return {
    known: (): TextView => queries.getQueryData(key) ?? view,
    /** A text with many codings is not told whole after each deed: then those that the deed was about are asked for. */
    take: async (texts: readonly TextCodings[], codingIds: readonly CodingId[]): Promise<void> => {
      const whole = texts.find((text) => text.textId === view.textId);
      if (whole !== undefined) return change((now) => ({ ...now, ...whole }));
      const { codings } = await client.texts.codings({ codingIds: [...codingIds] });
      return change((now) => ({ ...now, codings: patchedCodings(now.codings, codingIds, codings), reading: null }));
    },
  };
}

/** The coder's own stretches of a theme: one that is put over them takes them in. */
export function ownOfTheme(codings: readonly Coding[], themeId: string): CodingId[] {
  return codings.filter((coding) => coding.isMine && coding.themeId === themeId).map((coding) => coding.id);
}
