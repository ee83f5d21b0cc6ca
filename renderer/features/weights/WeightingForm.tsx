import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { MarginChoice, Weighting } from '../../../shared/contract/analysis-weights.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { useOneAtATime } from '../../lib/dialogs/use-one-at-a-time.ts';
import { client, orpc } from '../../lib/client.ts';
import { today } from '../../lib/dates.ts';
import { FormDayField } from '../../lib/fields/FormDayField.tsx';
import { useLanguage, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { draftOf, emptyMargin, weightingOf, type DraftMargin, type WeightDraft } from './draft.ts';
import { FrameTable } from './FrameTable.tsx';
import { MarginFields } from './MarginFields.tsx';
import { WeightOutcome } from './WeightOutcome.tsx';
import styles from './weights.module.css';

interface WeightingFormProps {
  readonly projectId: ProjectId;
  readonly stored: Weighting | null;
  readonly choices: readonly MarginChoice[];
  readonly onClose: () => void;
}

/** So many groupings at once: raking over more says little of so few persons. */
const mostMargins = 4;

/** The frame in numbers, and at once who answered beside it and whether the weights may be used. */
export function WeightingForm({ projectId, stored, choices, onClose }: WeightingFormProps) {
  const say = useText();
  const save = useSave();
  const language = useLanguage();
  const [draft, setDraft] = useState<WeightDraft>(() => draftOf(stored, choices));
  const [isTried, setTried] = useState(false);
  // What is typed as the key comes: the field that stands open gives its number at the same key.
  const latest = useRef(draft);
  const looked = weightingOf(draft, say('weights.dialog.title'));
  const { data: found } = useQuery({
    ...orpc.analysis.weighting.queryOptions({ input: { projectId, language, ...(looked === null ? {} : { draft: looked }) } }),
    enabled: looked !== null,
    placeholderData: keepPreviousData,
  });
  function set(part: Partial<WeightDraft>): void {
    latest.current = { ...latest.current, ...part };
    setDraft(latest.current);
  }
  const setMargin = (at: number, margin: DraftMargin | null): void =>
    set({ margins: latest.current.margins.flatMap((own, place) => (place !== at ? [own] : margin === null ? [] : [margin])) });
  const free = choices.filter(({ by }) => draft.margins.every((margin) => margin.by !== by));
  const [next] = free;
  const isNameless = draft.name.trim() === '';
  const keep = useOneAtATime(async () => {
    setTried(true);
    const weighting = weightingOf(latest.current, '');
    if (weighting === null || weighting.name === '') return;
    const done = await save(() => client.analysis.setWeighting({ projectId, weighting }));
    if (done !== undefined) onClose();
  });
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    setTimeout(() => void keep());
  }
  const remove = useOneAtATime(async () => {
    const done = await save(() => client.analysis.removeWeighting({ projectId }));
    if (done !== undefined) onClose();
  });
  return (
    <Dialog
      actions={
        <>
          {stored === null ? null : <Button onPress={() => void remove()}>{say('weights.remove')}</Button>}
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <Button isDisabled={looked === null} onPress={() => void keep()} variant="main">
            {say('weights.save')}
          </Button>
        </>
      }
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      size="large"
      title={say('weights.dialog.title')}
    >
      <div className={styles.form} onKeyDownCapture={onKeyDown} role="presentation">
        <p className={styles.intro}>{say('weights.intro')}</p>
        <TextField
          autoFocus
          error={isTried && isNameless ? say('weights.nameNeeded') : undefined}
          label={say('weights.name')}
          maxLength={120}
          onChange={(name) => set({ name })}
          value={draft.name}
        />
        <TextField
          help={say('weights.sourceHelp')}
          label={say('weights.source')}
          maxLength={300}
          onChange={(source) => set({ source })}
          value={draft.source}
        />
        <FormDayField
          isOptional
          label={say('weights.countedOn')}
          onChange={(countedOn) => set({ countedOn })}
          today={today()}
          value={draft.countedOn}
        />
        {draft.margins.map((margin, at) => (
          <MarginFields
            choices={[...choices.filter(({ by }) => by === margin.by), ...free]}
            key={margin.by}
            margin={margin}
            number={at + 1}
            onChange={(changed) => setMargin(at, changed)}
            onRemove={draft.margins.length > 1 ? () => setMargin(at, null) : undefined}
          />
        ))}
        {next === undefined || draft.margins.length >= mostMargins ? null : (
          <div>
            <Button icon="add" onPress={() => set({ margins: [...draft.margins, emptyMargin(next)] })} size="bar">
              {say('weights.add')}
            </Button>
          </div>
        )}
        {looked === null || found === undefined ? null : (
          <>
            <FrameTable choices={choices} comparison={found.comparison} />
            <WeightOutcome found={found} />
          </>
        )}
      </div>
    </Dialog>
  );
}
