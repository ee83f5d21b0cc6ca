import { useRef, useState } from 'react';
import { ListedKind } from '../../../../shared/contract/texts-documents.ts';
import type { ProjectId } from '../../../../shared/model/ids.ts';
import type { orpc } from '../../../lib/client.ts';
import { useCommand } from '../../../lib/commands.tsx';
import { useText } from '../../../lib/text.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { Select, type SelectOption } from '../../../ui/select/Select.tsx';
import { AutoCodeDialog } from '../../autocode/index.ts';
import { LiveSearch } from '../../fieldwork/index.ts';
import { useThemes } from '../../themes/index.ts';
import styles from './documents.module.css';
import type { TextListView } from './use-text-view.ts';

export interface TextFiltersProps {
  readonly view: TextListView;
  readonly projectId: ProjectId;
  readonly counts: Awaited<ReturnType<typeof orpc.texts.documentCounts.call>> | undefined;
  readonly shown: number;
  /** Enter in the field that finds: on to the first hit. */
  readonly onFound: () => void;
}

const all = 'all';

/** Finding and filtering texts: F finds by title or code. */
export function TextFilters({ view, projectId, counts, shown, onFound }: TextFiltersProps) {
  const say = useText();
  const search = useRef<HTMLInputElement>(null);
  const { themes } = useThemes(projectId);
  const [isAutoCoding, setAutoCoding] = useState(false);
  useCommand('lists.filter', () => search.current?.focus());
  useCommand('filter', () => search.current?.focus());
  const every: SelectOption = { id: all, label: say('documents.filter.all') };
  const chosen = (id: string): string | undefined => (id === all ? undefined : id);
  return (
    <div className={styles.filters}>
      <span className={styles.search}>
        <LiveSearch
          inputRef={search}
          label={say('documents.search')}
          onChange={(text) => view.set({ q: text === '' ? undefined : text }, 'replace')}
          onSubmit={onFound}
          value={view.search}
        />
      </span>
      <Select
        label={say('documents.filter.kind')}
        look="chip"
        onChange={(id) => view.set({ status: chosen(id) })}
        options={[
          every,
          ...ListedKind.options.flatMap((kind) => {
            const count = counts?.kinds.find((one) => one.kind === kind)?.count ?? 0;
            return count === 0 && kind !== view.kind ? [] : [{ id: kind, label: say(`documents.kind.${kind}`), detail: String(count) }];
          }),
        ]}
        value={view.kind ?? all}
      />
      <Select
        label={say('documents.filter.state')}
        look="chip"
        onChange={(id) => view.set({ filter: chosen(id) })}
        options={[every, { id: 'uncoded', label: say('documents.filter.uncoded'), detail: String(counts?.uncoded ?? 0) }]}
        value={view.isUncoded ? 'uncoded' : all}
      />
      <Select
        label={say('documents.filter.theme')}
        look="chip"
        onChange={(id) => view.set({ theme: chosen(id) })}
        options={[every, ...themes.list.map((theme) => ({ id: theme.id, label: themes.nameOf(theme.id) }))]}
        value={view.themeId ?? all}
      />
      <Button icon="coding" onPress={() => setAutoCoding(true)} size="bar">
        {say('documents.autocode')}
      </Button>
      <AutoCodeDialog isOpen={isAutoCoding} onClose={() => setAutoCoding(false)} projectId={projectId} />
      {view.isFiltered ? (
        <span className={styles.shown} role="status">
          {say('documents.shown', { count: shown })}
        </span>
      ) : null}
    </div>
  );
}
