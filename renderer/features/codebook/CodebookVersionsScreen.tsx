import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { printedKey } from '../../../shared/commands/keys.ts';
import type { CodebookVersion } from '../../../shared/contract/codebook-versions.ts';
import { client, orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useDates } from '../../lib/dates.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { platform } from '../../lib/platform.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import { DataTable, type DataTableHandle } from '../../ui/data-table/DataTable.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import { ChangeList } from './ChangeList.tsx';
import { NewVersionLine } from './NewVersionLine.tsx';
import styles from './versions.module.css';

/** The codebook's versions, and what has changed since the one under the hand. */
export function CodebookVersionsScreen() {
  const say = useText();
  const save = useSave();
  const navigate = useNavigate();
  const query = useQuery(orpc.codebook.versions.queryOptions({ input: {} }));
  const [isMaking, setIsMaking] = useState(false);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const table = useRef<DataTableHandle>(null);
  const versions = query.data?.versions ?? [];
  const current = versions.find(({ id }) => id === chosenId) ?? versions[0];
  // Where focus has yet to go: on arrival the latest version, later the one just made.
  const awaited = useRef<string | null>('');
  useEffect(() => {
    const wanted = awaited.current === '' ? versions[0]?.id : versions.find(({ id }) => id === awaited.current)?.id;
    if (wanted === undefined) return;
    awaited.current = null;
    table.current?.focusRow(wanted);
  }, [versions]);
  useCommand('lists.new', () => setIsMaking(true));
  async function make(name: string, note: string | null): Promise<void> {
    const made = await save(() => client.codebook.make({ name, note }));
    if (made === undefined) return;
    setIsMaking(false);
    awaited.current = made.versionId;
    setChosenId(made.versionId);
  }
  const newButton = (
    <Button kbd={printedKey('N', platform)} onPress={() => setIsMaking(true)} variant="main">
      {say('codebook.versions.new')}
    </Button>
  );
  const header = (
    <PageHeader
      actions={
        <>
          <Button onPress={() => void navigate({ to: '/themes' })}>{say('codebook.versions.back')}</Button>
          {newButton}
        </>
      }
      facts={say('codebook.versions.facts')}
      title={say('codebook.versions.title')}
    />
  );
  const line = isMaking ? (
    <NewVersionLine
      onCancel={() => {
        setIsMaking(false);
        if (current !== undefined) table.current?.focusRow(current.id);
      }}
      onMake={(name, note) => void make(name, note)}
    />
  ) : null;
  return (
    <Loaded query={query}>
      {() =>
        current === undefined ? (
          <>
            {header}
            {line}
            {isMaking ? null : (
              <EmptyState action={newButton} how={say('codebook.versions.emptyHow')} what={say('codebook.versions.empty')} />
            )}
          </>
        ) : (
          <SplitPane
            start={{
              label: say('codebook.versions.list'),
              handleLabel: say('codebook.versions.width'),
              min: 260,
              max: 480,
              defaultSize: 336,
              children: <VersionTable currentId={current.id} handleRef={table} onChoose={setChosenId} versions={versions} />,
            }}
          >
            {header}
            {line}
            <VersionChanges key={current.id} version={current} versions={versions} />
          </SplitPane>
        )
      }
    </Loaded>
  );
}

interface VersionTableProps {
  readonly versions: readonly CodebookVersion[];
  readonly currentId: string;
  readonly onChoose: (id: string) => void;
  readonly handleRef: React.Ref<DataTableHandle>;
}

function VersionTable({ versions, currentId, onChoose, handleRef }: VersionTableProps) {
  const say = useText();
  const dates = useDates();
  const columns: DataColumn<CodebookVersion>[] = [
    { id: 'number', header: say('codebook.versions.number'), render: ({ number }) => number, width: '3rem', align: 'end', isNumeric: true },
    {
      id: 'name',
      header: say('codebook.versions.list'),
      isRowHeader: true,
      render: ({ name, madeAt, madeBy }) => (
        <span className={styles.version}>
          {name}
          <span className={styles.made}>{say('codebook.versions.by', { day: dates.day(madeAt), who: madeBy })}</span>
        </span>
      ),
    },
  ];
  return (
    <DataTable<CodebookVersion>
      columns={columns}
      currentKey={currentId}
      handleRef={handleRef}
      label={say('codebook.versions.list')}
      onCurrentKeyChange={onChoose}
      rowKey={({ id }) => id}
      rowLabel={({ number, name }) => say('codebook.versions.label', { number, name })}
      rows={versions}
    />
  );
}

/** Since the version under the hand, until now or until a later version. */
function VersionChanges({ version, versions }: { readonly version: CodebookVersion; readonly versions: readonly CodebookVersion[] }) {
  const say = useText();
  const [to, setTo] = useState('now');
  const later = versions.filter(({ number }) => number > version.number);
  const until = to === 'now' || later.some(({ id }) => id === to) ? to : 'now';
  return (
    <section aria-label={say('codebook.versions.changes')} className={styles.compared}>
      <h2 className={styles.heading}>{say('codebook.versions.since', { number: version.number, name: version.name })}</h2>
      <p className={styles.count}>{say('codebook.versions.themes', { count: version.themes })}</p>
      {version.note === null ? null : <p className={styles.note}>{version.note}</p>}
      {later.length === 0 ? null : (
        <div>
          <Select
            label={say('codebook.versions.until')}
            look="chip"
            onChange={setTo}
            options={[
              { id: 'now', label: say('codebook.versions.now') },
              ...later.map(({ id, number, name }) => ({ id, label: say('codebook.versions.label', { number, name }) })),
            ]}
            value={until}
          />
        </div>
      )}
      <ChangeList from={version.id} to={until} />
    </section>
  );
}
