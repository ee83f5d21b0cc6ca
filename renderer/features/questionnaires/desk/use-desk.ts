import { createContext, use, useState, type RefObject } from 'react';
import type { DesignProblem, ScaleSummary } from '../../../../shared/contract/questionnaires.ts';
import type { ProjectId, QuestionId } from '../../../../shared/model/ids.ts';
import { questionsOf, type Question, type QuestionnaireVersion } from '../../../../shared/model/questionnaire.ts';
import type { Language } from '../../../../shared/model/text.ts';
import type { Design } from '../design/use-design.ts';
import { rowsOf, type DesignRow } from '../design/rows.ts';
import { useFocusTarget, type FocusTarget } from './use-focus-target.ts';

/** Parts of a question that stand under "more". */
const partsUnderMore: ReadonlySet<string> = new Set([
  'name',
  'calculation',
  'optionFilter',
  'repeatCount',
  'defaultValue',
  'requiredWhen',
  'check',
  'checkMessage',
  'requiredMessage',
  'label',
  'lead',
  'hint',
  'instruction',
]);

export interface DeskState {
  /** Key of the row in hand. */
  readonly current: string | null;
  readonly language: Language;
  readonly areAllLanguages: boolean;
  readonly isMoreOpen: boolean;
  /** The question whose types are offered now. */
  readonly strip: string | null;
  /** Questions made here whose type nobody has chosen yet. */
  readonly untyped: ReadonlySet<string>;
  /** The row whose routing is being written. */
  readonly routing: string | null;
  readonly isTesting: boolean;
  readonly isBankOpen: boolean;
  readonly isGoToOpen: boolean;
  readonly areProblemsOpen: boolean;
}

/** Everything that the parts of the designer share. */
export interface Desk {
  readonly design: Design;
  readonly version: QuestionnaireVersion;
  readonly projectId: ProjectId;
  readonly isFrozen: boolean;
  readonly problems: readonly DesignProblem[];
  readonly scales: readonly ScaleSummary[];
  readonly state: DeskState;
  readonly change: (changes: Partial<DeskState>) => void;
  /** The languages that are written side by side now. */
  readonly shown: readonly Language[];
  readonly focus: (target: FocusTarget) => void;
  /** Takes a row in hand and puts focus on it or in a part of it. */
  readonly open: (key: string, part?: string, place?: Pick<FocusTarget, 'index' | 'language' | 'at'>) => void;
}

const DeskContext = createContext<Desk | null>(null);
export const DeskProvider = DeskContext.Provider;

/** The designer around this part. @throws Error outside one */
export function useDeskContext(): Desk {
  const desk = use(DeskContext);
  if (desk === null) throw new Error('not in the designer');
  return desk;
}

export interface DeskParts {
  readonly design: Design;
  readonly version: QuestionnaireVersion;
  readonly projectId: ProjectId;
  readonly problems: readonly DesignProblem[];
  readonly scales: readonly ScaleSummary[];
  readonly frame: RefObject<HTMLElement | null>;
  readonly start: Pick<DeskState, 'current' | 'language'>;
}

/** The state of the designer: what is in hand, in which languages, and what stands open. */
export function useDesk({ design, version, projectId, problems, scales, frame, start }: DeskParts): Desk {
  const focus = useFocusTarget(frame);
  const [state, setState] = useState<DeskState>({
    ...start,
    areAllLanguages: false,
    isMoreOpen: false,
    strip: null,
    untyped: new Set(),
    routing: null,
    isTesting: false,
    isBankOpen: false,
    isGoToOpen: false,
    areProblemsOpen: false,
  });
  const change = (changes: Partial<DeskState>): void => setState((old) => ({ ...old, ...changes }));
  const language = version.languages.includes(state.language) ? state.language : (version.languages[0] ?? 'nb');
  return {
    design,
    version,
    projectId,
    isFrozen: version.status !== 'draft',
    problems,
    scales,
    state: { ...state, language },
    change,
    shown: state.areAllLanguages ? version.languages : [language],
    focus,
    open: (key, part = 'row', place = {}) => {
      const isHidden = place.language !== undefined && place.language !== language && !state.areAllLanguages;
      change({
        current: key,
        strip: part === 'strip' ? key : null,
        routing: part === 'relevant' ? key : null,
        ...(partsUnderMore.has(part) ? { isMoreOpen: true } : {}),
        ...(isHidden ? { areAllLanguages: true } : {}),
      });
      focus({ key, part, ...place });
    },
  };
}

/** The row in hand as the newest state has it. */
export function currentRow({ design, state }: Desk): DesignRow | null {
  const latest = design.latest();
  if (latest === undefined || state.current === null) return null;
  return rowsOf(latest).find((row) => design.store.keyOf(row.id) === state.current) ?? null;
}

/** A question as it is this very moment. */
export function latestQuestion({ design }: Desk, id: QuestionId): Question | null {
  const latest = design.latest();
  const key = design.store.keyOf(id);
  return latest === undefined ? null : (questionsOf(latest).find((question) => design.store.keyOf(question.id) === key) ?? null);
}
