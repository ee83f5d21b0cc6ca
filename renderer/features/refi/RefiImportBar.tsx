import { ProjectId } from '../../../shared/model/ids.ts';
import type { RefiInspection } from '../../../shared/contract/refi.ts';
import { languages } from '../../../shared/model/text.ts';
import { useCurrentProject } from '../../lib/current-project.ts';
import { useText } from '../../lib/text.ts';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { Select } from '../../ui/select/Select.tsx';
import styles from './refi.module.css';
import type { useRefiImport } from './use-refi-import.ts';

export type RefiSide = 'content' | 'changes' | 'notes';

/** What is shown of a file, where it goes, and whose word counts. */
export function RefiImportBar({
  work,
  inspection,
  side,
  onSide,
  noteCount,
}: {
  readonly work: ReturnType<typeof useRefiImport>;
  readonly inspection: RefiInspection;
  readonly side: RefiSide;
  readonly onSide: (side: RefiSide) => void;
  readonly noteCount: number;
}) {
  const say = useText();
  const { all } = useCurrentProject();
  const { way } = work.state;
  const { target, isOwn, projectName, fileName, names, changeCount } = inspection;
  const newName = projectName === '' ? fileName.replace(/\.qdpx$/iu, '') : projectName;
  const setTarget = (id: string): void =>
    work.setWay({ target: id === 'new' ? { kind: 'new', name: newName } : { kind: 'project', projectId: ProjectId.parse(id) } });
  return (
    <div className={styles.bar}>
      <SegmentedControl
        label={say('refi.import.view')}
        onChange={onSide}
        segments={[
          { id: 'content', label: say('refi.import.view.content') },
          { id: 'changes', label: say('refi.import.view.changes', { count: changeCount }) },
          { id: 'notes', label: say('refi.import.view.notes', { count: noteCount }) },
        ]}
        value={side}
      />
      <Select
        label={say('refi.import.target')}
        look="chip"
        onChange={setTarget}
        options={[
          { id: 'new', label: say('refi.import.target.new', { name: newName }) },
          // One that was deleted is not filled again.
          ...all.filter(({ status }) => status !== 'anonymised').map(({ id, name }) => ({ id: String(id), label: name })),
        ]}
        value={target.kind === 'new' ? 'new' : target.projectId}
      />
      {target.kind === 'new' ? null : (
        <Select
          label={say('refi.import.known')}
          look="chip"
          onChange={(known) => work.setWay({ known })}
          options={(['take', 'keep'] as const).map((id) => ({ id, label: say(`refi.import.known.${id}`) }))}
          value={way.known}
        />
      )}
      {isOwn || names.length === 0 ? null : (
        <Select
          label={say('refi.import.codes')}
          look="chip"
          onChange={(codes) => work.setWay({ codes })}
          options={[
            { id: 'file' as const, label: say('refi.import.codes.file', { names: names.slice(0, 2).join(', ') }) },
            { id: 'new' as const, label: say('refi.import.codes.new') },
          ]}
          value={inspection.codes}
        />
      )}
      {isOwn ? null : (
        <Select
          label={say('refi.import.language')}
          look="chip"
          onChange={(language) => work.setWay({ language })}
          options={languages.map((id) => ({ id, label: say(`themes.language.${id}`) }))}
          value={way.language}
        />
      )}
    </div>
  );
}
