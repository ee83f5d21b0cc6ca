import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Framework } from '../../../shared/contract/framework.ts';
import { client, orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { NameDialog } from '../../lib/dialogs/NameDialog.tsx';
import { Loaded } from '../../lib/Loaded.tsx';
import { useProjectId, useSearchParam } from '../../lib/route.ts';
import sheet from '../../lib/sheet/sheet.module.css';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { Menu } from '../../ui/menu/Menu.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { CodingNav } from '../coding/index.ts';
import { useThemes } from '../themes/index.ts';
import styles from './framework.module.css';
import { MatrixDesk } from './MatrixDesk.tsx';
import { NewMatrixDialog } from './NewMatrixDialog.tsx';

type Dialog = 'new' | 'rename' | 'export' | null;

/** Framework matrices of a project: what each case says of each theme, in the analyst's own words. */
export function FrameworkScreen() {
  const say = useText();
  const save = useSave();
  const projectId = useProjectId();
  const navigate = useNavigate();
  const wanted = useSearchParam('from');
  const [dialog, setDialog] = useState<Dialog>(null);
  const { themes } = useThemes(projectId);
  const query = useQuery(orpc.framework.list.queryOptions({ input: { projectId } }));
  const known = useQuery(orpc.coding.columns.queryOptions({ input: { projectId } }));
  const all: readonly Framework[] = query.data?.frameworks ?? [];
  const matrix = all.find(({ id }) => id === wanted) ?? all[0];
  const open = (id: string): void =>
    void navigate({ to: '/projects/$project/matrix', params: { project: projectId }, search: { from: id }, replace: true });
  const remove = (id: string): void => void save(() => client.framework.remove({ frameworkId: id }));
  useCommand('lists.new', () => setDialog('new'));
  useCommand('lists.export', () => setDialog('export'), matrix !== undefined);
  return (
    <div className={cx(sheet.page, styles.page)}>
      <PageHeader
        actions={
          <>
            {matrix === undefined ? null : (
              <Button icon="export" kbd="E" onPress={() => setDialog('export')}>
                {say('framework.export.open')}
              </Button>
            )}
            <Button icon="add" kbd="N" onPress={() => setDialog('new')} variant="main">
              {say('framework.new')}
            </Button>
          </>
        }
        facts={say('framework.facts')}
        title={say('framework.title')}
      />
      <CodingNav projectId={projectId} />
      <Loaded query={query}>
        {() =>
          matrix === undefined ? (
            <EmptyState
              action={<Button onPress={() => setDialog('new')}>{say('framework.new')}</Button>}
              how={say('framework.empty.how')}
              what={say('framework.empty')}
            />
          ) : (
            <>
              <Loaded query={known}>
                {(columns) => (
                  <MatrixDesk
                    isExporting={dialog === 'export'}
                    key={matrix.id}
                    known={columns}
                    matrix={matrix}
                    onExported={() => setDialog(null)}
                    projectId={projectId}
                    start={
                      <>
                        <Select
                          label={say('framework.matrix')}
                          look="chip"
                          onChange={open}
                          options={all.map(({ id, name }) => ({ id, label: name }))}
                          value={matrix.id}
                        />
                        <Menu
                          entries={[
                            { id: 'rename', label: say('framework.rename'), icon: 'edit' },
                            { id: 'remove', label: say('framework.remove'), icon: 'delete', isDanger: true },
                          ]}
                          label={say('framework.more')}
                          onAction={(id) => (id === 'rename' ? setDialog('rename') : remove(matrix.id))}
                          trigger={<IconButton icon="more" label={say('framework.more')} />}
                        />
                      </>
                    }
                    themes={themes}
                  />
                )}
              </Loaded>
              {dialog === 'rename' ? (
                <NameDialog
                  label={say('framework.new.name')}
                  missing={say('framework.new.nameMissing')}
                  name={matrix.name}
                  onClose={() => setDialog(null)}
                  onSave={(name) => client.framework.rename({ frameworkId: matrix.id, name })}
                  onSaved={() => setDialog(null)}
                  saveLabel={say('framework.rename.save')}
                  title={say('framework.rename')}
                />
              ) : null}
            </>
          )
        }
      </Loaded>
      {dialog === 'new' ? (
        <NewMatrixDialog
          onClose={() => setDialog(null)}
          onMade={(id) => {
            setDialog(null);
            open(id);
          }}
          projectId={projectId}
          themes={themes}
          variables={(known.data?.columns ?? []).filter((one) => one.options.length > 0)}
        />
      ) : null}
    </div>
  );
}
