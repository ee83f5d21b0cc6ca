import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { VersionSummary } from '../../../../shared/contract/questionnaires.ts';
import { client } from '../../../lib/client.ts';
import { useCommand } from '../../../lib/commands.tsx';
import { useText } from '../../../lib/text.ts';
import { useOneAtATime } from '../../../lib/dialogs/use-one-at-a-time.ts';
import { useSave } from '../../../lib/use-save.ts';
import { Banner } from '../../../ui/banner/Banner.tsx';
import { Button } from '../../../ui/button/Button.tsx';
import { IconButton } from '../../../ui/icon-button/IconButton.tsx';
import { Menu, type MenuEntry } from '../../../ui/menu/Menu.tsx';
import { PageHeader } from '../../../ui/page-header/PageHeader.tsx';
import { LanguagesDialog } from '../LanguagesDialog.tsx';
import { RenameDialog } from '../RenameDialog.tsx';
import { useVersionDeeds } from '../use-version-deeds.ts';
import { LanguageChoice } from './LanguageChoice.tsx';
import { goToProblem } from './problem-place.ts';
import { useDeskContext } from './use-desk.ts';

export interface DesignerHeadProps {
  readonly summaries: readonly VersionSummary[];
  readonly isOutlineOpen: boolean;
  readonly isPreviewOpen: boolean;
  readonly onOutline: () => void;
  readonly onPreview: () => void;
}

type Deed = 'outline' | 'preview' | 'languages' | 'rename' | 'print' | 'versions';

/** Which questionnaire and version this is, whether it can be changed, and what can be done with the whole of it. */
export function DesignerHead({ summaries, isOutlineOpen, isPreviewOpen, onOutline, onPreview }: DesignerHeadProps) {
  const say = useText();
  const save = useSave();
  const navigate = useNavigate();
  const desk = useDeskContext();
  const deeds = useVersionDeeds(desk.projectId);
  const [dialog, setDialog] = useState<'languages' | 'rename' | null>(null);
  const { version, isFrozen } = desk;
  const own = summaries.find((summary) => summary.id === version.id);
  const params = { project: desk.projectId, questionnaire: version.questionnaireId };
  const carryOut: Readonly<Record<Deed, () => void>> = {
    outline: onOutline,
    preview: onPreview,
    languages: () => setDialog('languages'),
    rename: () => setDialog('rename'),
    print: () => void navigate({ to: `/projects/${params.project}/questionnaires/${params.questionnaire}/v/${version.id}/print` }),
    versions: () => void navigate({ to: '/projects/$project/questionnaires/$questionnaire/versions', params }),
  };

  const entries: readonly MenuEntry<Deed>[] = [
    {
      id: 'outline',
      icon: 'leftPane',
      label: say(isOutlineOpen ? 'questionnaires.designer.hideOutline' : 'questionnaires.designer.showOutline'),
    },
    {
      id: 'preview',
      icon: 'rightPane',
      label: say(isPreviewOpen ? 'questionnaires.designer.hidePreview' : 'questionnaires.designer.showPreview'),
      kbd: 'P',
    },
    { kind: 'separator', id: 'panes' },
    { id: 'languages', label: say('questionnaires.languages.menu'), isDisabled: isFrozen },
    { id: 'rename', label: say('questionnaires.rename.menu') },
    { id: 'print', icon: 'print', label: say('questionnaires.print') },
    { id: 'versions', icon: 'history', label: say('questionnaires.versions.menu') },
  ];

  const takeIntoUse = useOneAtATime(async () => {
    const first = desk.problems.find((problem) => problem.severity === 'error');
    if (first !== undefined) {
      desk.change({ areProblemsOpen: true });
      goToProblem(desk, first);
      return;
    }
    await desk.design.store.flush();
    await save(() => client.questionnaires.takeIntoUse({ versionId: version.id }));
  });

  useCommand('designer.takeIntoUse', () => void takeIntoUse(), !isFrozen);
  useCommand('designer.setLanguages', () => setDialog('languages'), !isFrozen);
  return (
    <>
      <PageHeader
        actions={
          <>
            <LanguageChoiceWhenAlone isPreviewOpen={isPreviewOpen} />
            {isFrozen ? null : (
              <Button
                onPress={() => void takeIntoUse()}
                variant={desk.problems.some((problem) => problem.severity === 'error') ? 'normal' : 'main'}
              >
                {say('questionnaires.takeIntoUse', { number: version.number })}
              </Button>
            )}
            <Menu
              entries={entries}
              label={say('questionnaires.designer.menu')}
              onAction={(id) => carryOut[id]()}
              placement="bottom end"
              trigger={<IconButton icon="more" label={say('questionnaires.designer.menu')} />}
            />
          </>
        }
        facts={facts(say, version, summaries)}
        title={version.name}
      />
      {isFrozen ? (
        <Banner
          action={
            <>
              {own?.status === 'in-use' && own.interviewCount === 0 ? (
                <Button onPress={() => void save(() => client.questionnaires.reopen({ versionId: version.id }))} size="bar">
                  {say('questionnaires.reopen')}
                </Button>
              ) : null}
              <Button onPress={() => void deeds.newVersion(version)} size="bar">
                {say('questionnaires.newVersion')}
              </Button>
            </>
          }
          icon="locked"
          title={say(version.status === 'in-use' ? 'questionnaires.frozen' : 'questionnaires.frozenRetired', { number: version.number })}
          tone="neutral"
        >
          {say('questionnaires.frozenHow')}
        </Banner>
      ) : null}
      {dialog === 'languages' ? (
        <LanguagesDialog languages={version.languages} onClose={() => setDialog(null)} versionId={version.id} />
      ) : null}
      {dialog === 'rename' ? (
        <RenameDialog name={version.name} onClose={() => setDialog(null)} questionnaireId={version.questionnaireId} />
      ) : null}
    </>
  );
}

/** The preview has the choice of language when it is there. */
function LanguageChoiceWhenAlone({ isPreviewOpen }: { readonly isPreviewOpen: boolean }) {
  return isPreviewOpen ? null : <LanguageChoice />;
}

/** "Versjon 3, utkast. Versjon 2 er i bruk i 61 intervjuer og kan ikke endres." */
function facts(
  say: ReturnType<typeof useText>,
  version: { readonly id: string; readonly number: number; readonly status: VersionSummary['status'] },
  summaries: readonly VersionSummary[],
): string {
  const own = summaries.find((summary) => summary.id === version.id);
  const inUse = summaries.find((summary) => summary.status === 'in-use' && summary.id !== version.id);
  const parts = [
    say('questionnaires.versionStatus', { number: version.number, status: say(`questionnaires.status.${version.status}`) }),
    own === undefined || own.interviewCount === 0 ? '' : say('questionnaires.interviewCount', { count: own.interviewCount }),
    inUse === undefined ? '' : say('questionnaires.otherInUse', { number: inUse.number, count: inUse.interviewCount }),
  ];
  return parts.filter((part) => part !== '').join(' ');
}
