import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { QuestionnaireSummary } from '../../../shared/contract/questionnaires.ts';
import { orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { Loaded } from '../../lib/Loaded.tsx';
import { useProjectId } from '../../lib/route.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { DataTable, type DataTableHandle } from '../../ui/data-table/DataTable.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { Menu } from '../../ui/menu/Menu.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import { NewQuestionnaireDialog } from './NewQuestionnaireDialog.tsx';
import styles from './QuestionnairesScreen.module.css';
import { useVersionDeeds } from './use-version-deeds.ts';
import { VersionPane } from './VersionPane.tsx';
import { VersionStatusText } from './VersionStatusText.tsx';

/** The project's questionnaires and their versions. */
export function QuestionnairesScreen() {
  const projectId = useProjectId();
  const query = useQuery(orpc.questionnaires.list.queryOptions({ input: { projectId } }));
  return <Loaded query={query}>{(data) => <QuestionnaireList questionnaires={data.questionnaires} />}</Loaded>;
}

function QuestionnaireList({ questionnaires }: { readonly questionnaires: readonly QuestionnaireSummary[] }) {
  const say = useText();
  const navigate = useNavigate();
  const projectId = useProjectId();
  const deeds = useVersionDeeds(projectId);
  const table = useRef<DataTableHandle>(null);
  const [isMaking, setMaking] = useState(false);
  const rows = questionnaires.flatMap((questionnaire) =>
    questionnaire.versions.map((version, index) => ({ questionnaire, version, isFirst: index === 0 })),
  );
  type Row = (typeof rows)[number];
  const [currentKey, setCurrentKey] = useState<string | null>(null);
  const [isPaneOpen, setPaneOpen] = useState(true);
  const current = rows.find((row) => row.version.id === currentKey) ?? rows[0];
  const open = ({ questionnaire, version }: Row): void => deeds.open({ id: version.id, questionnaireId: questionnaire.id });
  const importForm = (): void => void navigate({ to: `/projects/${projectId}/questionnaires/import` });
  useCommand('lists.new', () => setMaking(true));
  useCommand('lists.import', importForm);
  const makeButton = (
    <Button icon="add" kbd="N" onPress={() => setMaking(true)} variant="main">
      {say('questionnaires.new')}
    </Button>
  );
  return (
    <SplitPane
      end={{
        label: say('questionnaires.pane'),
        handleLabel: say('questionnaires.designer.paneWidth'),
        isOpen: isPaneOpen && current !== undefined,
        defaultSize: 304,
        max: 400,
        children:
          current === undefined ? null : (
            <VersionPane
              key={current.version.id}
              onClose={() => {
                setPaneOpen(false);
                table.current?.focusRow(current.version.id);
              }}
              projectId={projectId}
              questionnaire={current.questionnaire}
              version={current.version}
            />
          ),
      }}
    >
      <PageHeader
        actions={
          <>
            {makeButton}
            <Menu
              entries={[
                { id: 'import', icon: 'import', label: say('questionnaires.import'), kbd: 'I' },
                { id: 'bank', label: say('questionnaires.toBank') },
                { id: 'pane', icon: 'rightPane', label: say(isPaneOpen ? 'questionnaires.hidePane' : 'questionnaires.showPane') },
              ]}
              label={say('questionnaires.menu')}
              onAction={(id) => {
                if (id === 'import') importForm();
                else if (id === 'bank') void navigate({ to: '/questions' });
                else setPaneOpen(!isPaneOpen);
              }}
              placement="bottom end"
              trigger={<IconButton icon="more" label={say('questionnaires.menu')} />}
            />
          </>
        }
        facts={say('questionnaires.listFacts', { count: questionnaires.length })}
        title={say('questionnaires.title')}
      />
      <div className={styles.table}>
        <DataTable
          columns={[
            {
              id: 'name',
              header: say('questionnaires.column.name'),
              isRowHeader: true,
              width: '30%',
              render: (row: Row) =>
                row.isFirst ? (
                  <span className={styles.name}>{row.questionnaire.name}</span>
                ) : (
                  <span className={styles.again}>{row.questionnaire.name}</span>
                ),
            },
            {
              id: 'version',
              header: say('questionnaires.column.version'),
              isNumeric: true,
              align: 'end',
              width: '5rem',
              render: ({ version }: Row) => version.number,
            },
            {
              id: 'status',
              header: say('questionnaires.column.status'),
              width: '9rem',
              render: ({ version }: Row) => <VersionStatusText status={version.status} />,
            },
            {
              id: 'languages',
              header: say('questionnaires.column.languages'),
              render: ({ version }: Row) => version.languages.map((language) => say(`interviews.language.${language}`)).join(', '),
            },
            {
              id: 'questions',
              header: say('questionnaires.column.questions'),
              isNumeric: true,
              align: 'end',
              width: '5.5rem',
              render: ({ version }: Row) => version.questionCount,
            },
            {
              id: 'interviews',
              header: say('questionnaires.column.interviews'),
              isNumeric: true,
              align: 'end',
              width: '5.5rem',
              render: ({ version }: Row) => version.interviewCount,
            },
          ]}
          currentKey={current?.version.id ?? null}
          empty={<EmptyState action={makeButton} how={say('questionnaires.emptyHow')} what={say('questionnaires.empty')} />}
          handleRef={table}
          isFullWidth
          label={say('questionnaires.title')}
          onCurrentKeyChange={(key) => {
            setCurrentKey(key);
          }}
          onOpen={open}
          opensOn="doubleClick"
          rowKey={(row) => row.version.id}
          rows={rows}
        />
      </div>
      {isMaking ? <NewQuestionnaireDialog onClose={() => setMaking(false)} projectId={projectId} /> : null}
    </SplitPane>
  );
}
