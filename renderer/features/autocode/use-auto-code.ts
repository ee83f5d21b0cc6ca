import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import type { AutoCodePlace, AutoCodeScope, AutoCodeUnit } from '../../../shared/contract/autocode.ts';
import type { ProjectId, ThemeId, VariableId } from '../../../shared/model/ids.ts';
import { client, orpc } from '../../lib/client.ts';
import { runJob } from '../../lib/run-job.ts';
import { notice } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { emptyRule, placeKey, ruleOf, type RuleDraft } from './rule.ts';
import { useSettled } from './use-settled.ts';

export type ScopeKind = AutoCodeScope['kind'];

/** Milliseconds without a key before everything is looked through. */
const quiet = 250;

/** Places shown before the run. */
export const shownPlaces = 100;

interface AutoCodeOptions {
  readonly projectId: ProjectId;
  readonly variableIds: readonly VariableId[];
  readonly onClose: () => void;
}

/** Everything the dialog knows: what is looked for, what was found, what is left out, and how far the run has come. */
export function useAutoCode({ projectId, variableIds, onClose }: AutoCodeOptions) {
  const say = useText();
  const save = useSave();
  const [rule, setRule] = useState<RuleDraft>(emptyRule);
  const [scopeKind, setScopeKind] = useState<ScopeKind>(variableIds.length > 0 ? 'questions' : 'all');
  const [unit, setUnit] = useState<AutoCodeUnit>('text');
  const [theme, setTheme] = useState<{ readonly id: ThemeId; readonly name: string } | null>(null);
  const [leftOut, setLeftOut] = useState<ReadonlyMap<string, Pick<AutoCodePlace, 'textId' | 'start'>>>(new Map());
  const [progress, setProgress] = useState<{ readonly done: number; readonly of: number } | null>(null);
  const stopper = useRef<AbortController | null>(null);

  const scope = useMemo<AutoCodeScope>(
    () => (scopeKind === 'questions' ? { kind: scopeKind, projectId, variableIds: [...variableIds] } : { kind: scopeKind, projectId }),
    [scopeKind, projectId, variableIds],
  );
  const asked = useMemo(() => ({ rule: ruleOf(rule), scope, unit }), [rule, scope, unit]);
  const wanted = useSettled(asked, quiet);
  const preview = useQuery({
    ...orpc.autocode.preview.queryOptions({
      input: {
        rule: wanted.rule ?? { kind: 'words', variants: [''], hasForms: false },
        scope: wanted.scope,
        unit: wanted.unit,
        themeId: theme?.id ?? null,
        limit: shownPlaces,
      },
    }),
    enabled: wanted.rule !== null && progress === null,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
  const found = wanted.rule === null || preview.error !== null ? undefined : preview.data;
  const excluded = (found?.first ?? []).filter((place) => leftOut.has(placeKey(place)) && !place.isAlreadyThere);
  // Nothing is run that has not been shown.
  const isShown = wanted === asked && !preview.isPlaceholderData;
  const count = found === undefined || !isShown ? 0 : found.places - found.alreadyThere - excluded.length;

  function toggle(place: AutoCodePlace): void {
    const next = new Map(leftOut);
    const key = placeKey(place);
    if (!next.delete(key)) next.set(key, { textId: place.textId, start: place.start });
    setLeftOut(next);
  }

  async function run(): Promise<void> {
    const standing = ruleOf(rule);
    if (standing === null || theme === null || count === 0 || stopper.current !== null) return;
    const stop = new AbortController();
    stopper.current = stop;
    setProgress({ done: 0, of: found?.texts ?? 0 });
    const input = { rule: standing, scope, unit, themeId: theme.id, excluded: [...leftOut.values()] };
    const done = await save(() => runJob(client.autocode.run(input, { signal: stop.signal }), setProgress));
    stopper.current = null;
    setProgress(null);
    if (done === undefined) return;
    notice.set({ text: say('autocode.done', { theme: theme.name, placed: done.placed, already: done.alreadyThere }), tone: 'neutral' });
    onClose();
  }

  return {
    rule,
    setRule,
    scopeKind,
    setScopeKind,
    unit,
    setUnit,
    theme,
    setTheme,
    found,
    error: wanted.rule === null ? null : preview.error,
    hasRule: wanted.rule !== null,
    count,
    progress,
    isLeftOut: (place: AutoCodePlace) => leftOut.has(placeKey(place)),
    toggle,
    run,
    /** Stops a run, or closes the dialog. */
    cancel: () => (stopper.current === null ? onClose() : stopper.current.abort()),
  };
}

export type AutoCode = ReturnType<typeof useAutoCode>;
