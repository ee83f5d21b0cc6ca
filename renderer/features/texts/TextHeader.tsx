import { useNavigate } from '@tanstack/react-router';
import type { TextView } from '../../../shared/contract/texts.ts';
import { Language, localised } from '../../../shared/model/text.ts';
import { printedKey } from '../../../shared/commands/keys.ts';
import { platform } from '../../lib/platform.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { FindingFromText } from '../findings/index.ts';
import type { Showing, TextCoder } from './use-text-index.ts';

/** What the head of the text view needs. */
export interface TextHeaderProps {
  readonly view: TextView;
  readonly showing: Showing;
  readonly onShowing: (showing: Showing) => void;
  readonly coders: readonly TextCoder[];
  readonly left: TextCoder | undefined;
  readonly right: TextCoder | undefined;
  readonly onOther: (coderId: string) => void;
  readonly onFind: () => void;
  readonly onCorrect: () => void;
}

/** What text this is, whose codings are shown, and the ways on from it. */
export function TextHeader({ view, showing, onShowing, coders, left, right, onOther, onFind, onCorrect }: TextHeaderProps) {
  const say = useText();
  const language = useLanguage();
  const navigate = useNavigate();
  const segments = view.codings.filter((coding) => !coding.isWhole).length;
  const title =
    view.answer === null ? (view.title ?? view.meeting?.title ?? say('coding.text.untitled')) : localised(view.answer.wording, language);
  const facts =
    view.answer === null
      ? say('coding.text.factsOther', { segments, coders: coders.length })
      : say('coding.text.factsAnswer', { code: `${view.answer.code}/${view.answer.number}`, segments });
  function goBack(): void {
    const params = { project: view.projectId };
    if (view.answer !== null) void navigate({ to: '/projects/$project/coding', params, search: { question: view.answer.variableId } });
    else void navigate({ to: '/projects/$project/coding/texts', params });
  }
  const actions = (
    <>
      {coders.length < 2 ? null : (
        <SegmentedControl<Showing>
          label={say('coding.text.coders')}
          onChange={onShowing}
          segments={[
            { id: 'everyone', label: say('coding.text.everyone') },
            { id: 'mine', label: say('coding.text.mine') },
            { id: 'beside', label: say('texts.coders.beside') },
          ]}
          value={showing}
        />
      )}
      {showing !== 'beside' || coders.length < 3 ? null : (
        <Select
          label={say('texts.coders.other')}
          look="chip"
          onChange={onOther}
          options={coders.filter((coder) => coder !== left).map(({ id, name }) => ({ id, label: name }))}
          value={right?.id ?? null}
        />
      )}
      <Button icon="search" kbd={printedKey('Mod+F', platform)} onPress={onFind} size="bar">
        {say('texts.find.open')}
      </Button>
      <Button icon="edit" kbd="F2" onPress={onCorrect} size="bar">
        {say('texts.correct.open')}
      </Button>
      <FindingFromText language={Language.catch('nb').parse(view.language)} projectId={view.projectId} textId={view.textId} />
      <Button onPress={goBack} size="bar">
        {say(view.answer === null ? 'texts.toTexts' : 'coding.text.back')}
      </Button>
    </>
  );
  return <PageHeader actions={actions} facts={facts} title={title} />;
}
