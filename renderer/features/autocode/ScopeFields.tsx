import { AutoCodeUnit } from '../../../shared/contract/autocode.ts';
import { useText } from '../../lib/text.ts';
import { Select } from '../../ui/select/Select.tsx';
import type { AutoCode, ScopeKind } from './use-auto-code.ts';

/** In which texts, and on how much of each the theme is put. */
export function ScopeFields({ code, questionCount }: { readonly code: AutoCode; readonly questionCount: number }) {
  const say = useText();
  const questions = { id: 'questions' as const, label: say(questionCount === 1 ? 'autocode.scope.question' : 'autocode.scope.questions') };
  const options: readonly { readonly id: ScopeKind; readonly label: string }[] = [
    ...(questionCount === 0 ? [] : [questions]),
    { id: 'answers', label: say('autocode.scope.answers') },
    { id: 'all', label: say('autocode.scope.all') },
  ];
  return (
    <>
      <Select label={say('autocode.scope')} onChange={code.setScopeKind} options={options} value={code.scopeKind} />
      <Select
        label={say('autocode.unit')}
        onChange={code.setUnit}
        options={AutoCodeUnit.options.map((unit) => ({ id: unit, label: say(`autocode.unit.${unit}`) }))}
        value={code.unit}
      />
    </>
  );
}
