import { useQuery } from '@tanstack/react-query';
import { MeetingFormat, MeetingKind } from '../../../shared/contract/meetings.ts';
import { languages, type Language } from '../../../shared/model/text.ts';
import { orpc } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './plan.module.css';
import type { useProjectChoice } from './use-project-choice.ts';

/** What a round is usually planned with, and can be planned otherwise. */
export interface MoreOfRound {
  readonly kind: MeetingKind;
  readonly kindName: string | null;
  readonly format: MeetingFormat;
  readonly language: Language;
  readonly hasInvitations: boolean;
  readonly title: string;
  /** A series, `none` or `new`. */
  readonly seriesId: string;
  readonly newSeries: string;
  readonly timesPerYear: number | null;
}

/** The usual: dialogue meetings face to face, outside any series, with drafts of the invitations. */
export function noMore(language: Language): MoreOfRound {
  return {
    kind: 'dialogue-meeting',
    kindName: null,
    format: 'physical',
    language,
    hasInvitations: true,
    title: '',
    seriesId: 'none',
    newSeries: '',
    timesPerYear: null,
  };
}

interface RoundMoreProps {
  readonly more: MoreOfRound;
  readonly onChange: (more: MoreOfRound) => void;
  readonly project: ReturnType<typeof useProjectChoice>;
}

/** Project, series, sort of meeting, form, language, what each meeting is called, and whether invitations are drafted. */
export function RoundMore({ more, onChange, project }: RoundMoreProps) {
  const say = useText();
  const { data } = useQuery(orpc.meetings.series.queryOptions({ input: {} }));
  const series = data?.series ?? [];
  const set = (change: Partial<MoreOfRound>): void => onChange({ ...more, ...change });
  const usual = [
    project.options.find(({ id }) => id === project.value)?.label ?? '',
    say(`meetings.kind.${more.kind}`),
    say(`meetings.format.${more.format}`),
    say(`projects.language.${more.language}`),
    say(more.hasInvitations ? 'meetings.plan.withInvitations' : 'meetings.plan.withoutInvitations'),
  ];
  return (
    <details className={styles.more}>
      <summary>{usual.filter((part) => part !== '').join(' · ')}</summary>
      <div className={styles.grid}>
        <Select label={say('meetings.project')} onChange={project.onChange} options={project.options} value={project.value} />
        <Select
          label={say('meetings.series')}
          onChange={(seriesId) => set({ seriesId })}
          options={[
            { id: 'none', label: say('meetings.series.none') },
            ...series.map(({ id, name }) => ({ id, label: name })),
            { id: 'new', label: say('meetings.series.new') },
          ]}
          value={more.seriesId}
        />
        <Select
          label={say('meetings.kindHead')}
          onChange={(kind) => set({ kind })}
          options={MeetingKind.options.map((id) => ({ id, label: say(`meetings.kind.${id}`) }))}
          value={more.kind}
        />
        <Select
          label={say('meetings.formatHead')}
          onChange={(format) => set({ format })}
          options={MeetingFormat.options.map((id) => ({ id, label: say(`meetings.format.${id}`) }))}
          value={more.format}
        />
        <Select
          label={say('meetings.language')}
          onChange={(language) => set({ language })}
          options={languages.map((id) => ({ id, label: say(`projects.language.${id}`) }))}
          value={more.language}
        />
        <TextField
          label={say('meetings.plan.eachTitle')}
          onChange={(title) => set({ title })}
          placeholder={say('meetings.plan.titleOf', { place: '{place}' })}
          value={more.title}
        />
        {more.kind === 'other' ? (
          <TextField label={say('meetings.kindName')} onChange={(kindName) => set({ kindName })} value={more.kindName ?? ''} />
        ) : null}
        {more.seriesId === 'new' ? (
          <>
            <TextField label={say('meetings.series.name')} onChange={(newSeries) => set({ newSeries })} value={more.newSeries} />
            <TextField
              isNumeric
              label={say('meetings.series.times')}
              length={5}
              onChange={(typed) => set({ timesPerYear: timesOf(typed) })}
              value={more.timesPerYear === null ? '' : String(more.timesPerYear)}
            />
          </>
        ) : null}
      </div>
      <Checkbox
        help={say('meetings.plan.invitationsHelp')}
        isSelected={more.hasInvitations}
        onChange={(hasInvitations) => set({ hasInvitations })}
      >
        {say('meetings.plan.invitations')}
      </Checkbox>
    </details>
  );
}

function timesOf(typed: string): number | null {
  const times = Number(typed);
  return Number.isInteger(times) && times >= 1 && times <= 52 ? times : null;
}
