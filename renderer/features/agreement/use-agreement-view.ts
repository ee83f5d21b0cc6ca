import { useNavigate } from '@tanstack/react-router';
import type { AgreementLevel, AgreementScope, AgreementTexts } from '../../../shared/contract/agreement.ts';
import { ThemeId, VariableId, type ProjectId } from '../../../shared/model/ids.ts';
import { useSearchParam } from '../../lib/route.ts';
import { levelOf, textsOf } from './agreement-view.ts';

export interface AgreementChange {
  readonly who?: string | undefined;
  readonly mode?: AgreementLevel | undefined;
  readonly filter?: AgreementTexts | undefined;
  readonly question?: string | undefined;
  readonly theme?: string | undefined;
  readonly status?: string | undefined;
  readonly sort?: string | undefined;
}

/** What is compared, as the address says, and how to change it. Both screens of agreement share it. */
export function useAgreementView(projectId: ProjectId): {
  readonly who: string | undefined;
  readonly level: AgreementLevel;
  readonly scope: AgreementScope;
  readonly change: (change: AgreementChange) => void;
  readonly search: Readonly<Record<string, string>>;
} {
  const navigate = useNavigate();
  const who = useSearchParam('who');
  const level = levelOf(useSearchParam('mode'));
  const texts = textsOf(useSearchParam('filter'));
  const variableId = VariableId.safeParse(useSearchParam('question')).data;
  const themeId = ThemeId.safeParse(useSearchParam('theme')).data;
  return {
    who,
    level,
    scope: {
      projectId,
      texts: variableId === undefined ? texts : 'answers',
      ...(variableId === undefined ? {} : { variableId }),
      ...(themeId === undefined ? {} : { themeId }),
    },
    change: (change) => void navigate({ to: '.', search: (old: Readonly<Record<string, unknown>>) => ({ ...old, ...change }) }),
    search: {
      ...(who === undefined ? {} : { who }),
      ...(texts === 'all' ? {} : { filter: texts }),
      ...(variableId === undefined ? {} : { question: variableId }),
      ...(themeId === undefined ? {} : { theme: themeId }),
    },
  };
}
