import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ReportTemplate } from '../../../../shared/contract/reports-terms.ts';
import type { ProjectId } from '../../../../shared/model/ids.ts';
import { languages, type Language } from '../../../../shared/model/text.ts';
import { client, orpc } from '../../../lib/client.ts';
import { useCurrentProject } from '../../../lib/current-project.ts';
import { FormDialog } from '../../../lib/dialogs/FormDialog.tsx';
import { makeSay, useLanguage, useText } from '../../../lib/text.ts';
import { useSave } from '../../../lib/use-save.ts';
import { RadioGroup } from '../../../ui/radio-group/RadioGroup.tsx';
import { Select } from '../../../ui/select/Select.tsx';
import { TextField } from '../../../ui/text-field/TextField.tsx';
import { useReportIntl } from '../builder/use-report-intl.ts';
import { RegisterPicker, type Picked } from '../../registers/index.ts';
import styles from './list.module.css';

interface NewReportDialogProps {
  readonly projectId: ProjectId;
  /** A report to be built has been made. */
  readonly onMade: (id: string) => void;
  /** Something written elsewhere has been listed. */
  readonly onListed: (id: string) => void;
  readonly onClose: () => void;
}

const choices = ['final-report', 'process-report', 'round-summary', 'feedback', 'slides', 'empty', 'listed'] as const;
type Choice = (typeof choices)[number];
const noRound = 'none';

/** What a new report begins as. The title is offered; the sections of a template come with what the project knows. */
export function NewReportDialog({ projectId, onMade, onListed, onClose }: NewReportDialogProps) {
  const say = useText();
  const save = useSave();
  const reader = useLanguage();
  const { all } = useCurrentProject();
  const project = all.find(({ id }) => id === projectId);
  const [choice, setChoice] = useState<Choice>('final-report');
  const [language, setLanguage] = useState<Language>(project?.contentLanguage ?? reader);
  const [own, setOwn] = useState<string | null>(null);
  const [place, setPlace] = useState<Picked | null>(null);
  const [roundId, setRoundId] = useState<string>(noRound);
  const [isTried, setTried] = useState(false);
  const rounds = (useQuery(orpc.meetings.series.queryOptions({ input: {} })).data?.series ?? []).flatMap((series) => series.rounds);
  const intl = useReportIntl(language);
  const there = intl === null ? say : makeSay(intl);
  const round = rounds.find(({ id }) => id === roundId);
  const offered = there(`reports.offer.${choice === 'listed' ? 'empty' : choice}`, { project: round?.name ?? project?.name ?? '' });
  const title = own ?? offered;
  const isMissing = title.trim() === '';

  async function make(): Promise<void> {
    setTried(true);
    if (isMissing) return;
    if (choice === 'listed') {
      const listed = await save(() =>
        client.records.add({ kind: 'reports', projectId, title: title.trim(), language, reportKind: 'other' }),
      );
      if (listed !== undefined) onListed(listed.id);
      return;
    }
    const template = ReportTemplate.options.find((one) => one === choice) ?? null;
    const made = await save(() =>
      client.reports.create({
        projectId,
        kind: template ?? 'other',
        title: title.trim(),
        language,
        template,
        placeId: place?.id ?? null,
        roundId: choice === 'round-summary' && roundId !== noRound ? roundId : null,
      }),
    );
    if (made !== undefined) onMade(made.reportId);
  }

  return (
    <FormDialog onClose={onClose} onSave={make} saveLabel={say('reports.make.save')} title={say('reports.make.title')}>
      <RadioGroup
        label={say('reports.make.template')}
        onChange={setChoice}
        options={choices.map((id) => ({ id, label: say(`reports.make.${id}`) }))}
        value={choice}
      />
      <p aria-live="polite" className={styles.what}>
        {say(`reports.make.${choice}.help`)}
      </p>
      <TextField
        autoFocus
        error={isTried && isMissing ? say('reports.make.nameMissing') : undefined}
        label={say('reports.make.name')}
        lang={language}
        maxLength={300}
        onChange={setOwn}
        value={title}
      />
      <div className={styles.pair}>
        <Select
          label={say('reports.make.language')}
          onChange={setLanguage}
          options={languages.map((id) => ({ id, label: say(`projects.language.${id}`) }))}
          value={language}
        />
        {choice === 'round-summary' ? (
          <Select
            label={say('reports.make.round')}
            onChange={setRoundId}
            options={[{ id: noRound, label: say('reports.make.roundNone') }, ...rounds.map(({ id, name }) => ({ id, label: name }))]}
            value={roundId}
          />
        ) : choice === 'listed' ? null : (
          <RegisterPicker kind="places" label={say('reports.make.place')} onPick={setPlace} value={place} />
        )}
      </div>
    </FormDialog>
  );
}
