import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { QuestionnaireSummary, VersionSummary } from '../../../shared/contract/questionnaires.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { client, orpc } from '../../lib/client.ts';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { DetailPane } from '../../ui/detail-pane/DetailPane.tsx';
import { Facts } from '../../ui/facts/Facts.tsx';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import { ExportFormButton } from '../xlsform/index.ts';
import { CopyDialog } from './CopyDialog.tsx';
import { LanguagesDialog } from './LanguagesDialog.tsx';
import styles from './QuestionnairesScreen.module.css';
import { RenameDialog } from './RenameDialog.tsx';
import { useVersionDeeds } from './use-version-deeds.ts';
import { VersionStatusText } from './VersionStatusText.tsx';

export interface VersionPaneProps {
  readonly projectId: ProjectId;
  readonly questionnaire: QuestionnaireSummary;
  readonly version: VersionSummary;
  readonly onClose: () => void;
}

/** One version: what it is, what stands in its way, and what can be done with it. */
export function VersionPane({ projectId, questionnaire, version, onClose }: VersionPaneProps) {
  const say = useText();
  const save = useSave();
  const dates = useDates();
  const navigate = useNavigate();
  const deeds = useVersionDeeds(projectId);
  const [dialog, setDialog] = useState<'copy' | 'rename' | 'languages' | null>(null);
  const address = { id: version.id, questionnaireId: questionnaire.id };
  const versionId = version.id;
  const isDraft = version.status === 'draft';
  const base = `/projects/${projectId}/questionnaires/${questionnaire.id}`;
  return (
    <DetailPane
      closeLabel={say('questionnaires.closePane')}
      note={<VersionStatusText status={version.status} />}
      onClose={onClose}
      title={say('questionnaires.versionOf', { name: questionnaire.name, number: version.number })}
    >
      <Facts
        facts={[
          { name: say('questionnaires.column.questions'), value: String(version.questionCount) },
          { name: say('questionnaires.column.interviews'), value: String(version.interviewCount) },
          {
            name: say('questionnaires.column.languages'),
            value: version.languages.map((language) => say(`interviews.language.${language}`)).join(', '),
          },
          { name: say('questionnaires.column.since'), value: version.takenIntoUseAt === null ? null : dates.day(version.takenIntoUseAt) },
        ]}
      />
      {isDraft ? <InTheWay address={address} /> : null}
      <div className={styles.deeds}>
        <Button onPress={() => deeds.open(address)}>{say(isDraft ? 'questionnaires.write' : 'questionnaires.read')}</Button>
        {isDraft ? (
          <TakeIntoUse address={address} number={version.number} projectId={projectId} />
        ) : (
          <Button onPress={() => void deeds.newVersion(address)}>{say('questionnaires.newVersion')}</Button>
        )}
        {version.status === 'in-use' && version.interviewCount === 0 ? (
          <Button onPress={() => void save(() => client.questionnaires.reopen({ versionId }))}>{say('questionnaires.reopen')}</Button>
        ) : null}
      </div>
      <div className={styles.more}>
        {questionnaire.versions.length > 1 ? (
          <Button icon="history" onPress={() => void navigate({ to: `${base}/versions` })} variant="quiet">
            {say('questionnaires.compare')}
          </Button>
        ) : null}
        <Button icon="copy" onPress={() => setDialog('copy')} variant="quiet">
          {say('questionnaires.copyTo')}
        </Button>
        <Button icon="print" onPress={() => void navigate({ to: `${base}/v/${versionId}/print` })} variant="quiet">
          {say('questionnaires.print')}
        </Button>
        <ExportFormButton versionId={versionId} />
        {isDraft ? (
          <Button icon="columns" onPress={() => setDialog('languages')} variant="quiet">
            {say('questionnaires.languages.menu')}
          </Button>
        ) : null}
        <Button icon="edit" onPress={() => setDialog('rename')} variant="quiet">
          {say('questionnaires.rename.menu')}
        </Button>
        {version.interviewCount === 0 ? (
          <Button
            icon="delete"
            isDanger
            onPress={() => void save(() => client.questionnaires.removeVersion({ versionId }))}
            variant="quiet"
          >
            {say('questionnaires.removeVersion')}
          </Button>
        ) : null}
      </div>
      {dialog === 'copy' ? (
        <CopyDialog
          name={questionnaire.name}
          onClose={() => setDialog(null)}
          onMade={(project, made, madeVersion) =>
            void navigate({
              to: '/projects/$project/questionnaires/$questionnaire/v/$version/edit',
              params: { project, questionnaire: made, version: madeVersion },
            })
          }
          projectId={projectId}
          versionId={versionId}
        />
      ) : null}
      {dialog === 'rename' ? (
        <RenameDialog name={questionnaire.name} onClose={() => setDialog(null)} questionnaireId={questionnaire.id} />
      ) : null}
      {dialog === 'languages' ? (
        <LanguagesDialog languages={version.languages} onClose={() => setDialog(null)} versionId={versionId} />
      ) : null}
    </DetailPane>
  );
}

interface AddressProps {
  readonly address: { readonly id: VersionSummary['id']; readonly questionnaireId: QuestionnaireSummary['id'] };
}

/** The first things that keep a draft from being taken into use. */
function InTheWay({ address }: AddressProps) {
  const say = useText();
  const { data } = useQuery(orpc.questionnaires.problems.queryOptions({ input: { versionId: address.id } }));
  const errors = (data?.problems ?? []).filter((problem) => problem.severity === 'error');
  if (data === undefined) return null;
  if (errors.length === 0)
    return (
      <StatusText icon="done" tone="good">
        {say('questionnaires.problems.ready')}
      </StatusText>
    );
  return (
    <div className={styles.problems}>
      <StatusText icon="hardCheck" tone="bad">
        {say('questionnaires.problems.inTheWay', { count: errors.length })}
      </StatusText>
      <ul>
        {errors.slice(0, 4).map((problem) => (
          <li key={`${problem.questionId} ${problem.sectionId} ${problem.field} ${problem.index} ${problem.message}`}>
            {say.any(problem.message, problem.params)}
          </li>
        ))}
      </ul>
      {errors.length > 4 ? <p>{say('questionnaires.problems.more', { count: errors.length - 4 })}</p> : null}
    </div>
  );
}

/** Freezes the draft; while something stands in its way it leads to the first problem instead. */
function TakeIntoUse({ address, number, projectId }: AddressProps & { readonly number: number; readonly projectId: ProjectId }) {
  const say = useText();
  const save = useSave();
  const deeds = useVersionDeeds(projectId);
  const { data } = useQuery(orpc.questionnaires.problems.queryOptions({ input: { versionId: address.id } }));
  const isStopped = data === undefined || data.problems.some((problem) => problem.severity === 'error');
  return isStopped ? (
    <Button onPress={() => deeds.open(address)}>{say('questionnaires.problems.correct')}</Button>
  ) : (
    <Button onPress={() => void save(() => client.questionnaires.takeIntoUse({ versionId: address.id }))}>
      {say('questionnaires.takeIntoUse', { number })}
    </Button>
  );
}
