import { ReportKind } from '../../../shared/contract/reports-terms.ts';
import type { ReportFields, ReportRecord } from '../../../shared/contract/records.ts';
import { languages } from '../../../shared/model/text.ts';
import { client } from '../../lib/client.ts';
import { useCurrentProject } from '../../lib/current-project.ts';
import { KeptDayField } from '../../lib/fields/KeptDayField.tsx';
import { NeededField } from '../../lib/fields/NeededField.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Select } from '../../ui/select/Select.tsx';
import { RegisterPicker } from '../registers/index.ts';
import { RecordLine } from './RecordLine.tsx';
import { ReportRecipients } from './ReportRecipients.tsx';
import { YearField } from './YearField.tsx';
import styles from './records.module.css';

/** A report or news text: what, whose, about where and when, where it lies, and who has got it. */
export function ReportEditor({ report, isNew }: { readonly report: ReportRecord; readonly isNew: boolean }) {
  const say = useText();
  const save = useSave();
  const { all: projects } = useCurrentProject();
  const change = (fields: Partial<ReportFields>): void =>
    void save(() => client.records.change({ kind: 'reports', id: report.id, fields }));
  return (
    <div className={styles.fields}>
      <NeededField
        label={say('records.report.title')}
        lang={report.language}
        onKeep={(title) => change({ title })}
        takesFocus={isNew}
        value={report.title}
      />
      <Select
        label={say('records.report.kind')}
        onChange={(kind) => change({ kind })}
        options={ReportKind.options.map((id) => ({ id, label: say(`reports.kind.${id}`) }))}
        value={report.kind}
      />
      <RegisterPicker
        kind="places"
        label={say('records.report.place')}
        onPick={(place) => change({ placeId: place?.id ?? null })}
        value={report.place}
        {...(report.publishedOn === null ? {} : { on: report.publishedOn })}
      />
      <div className={styles.pair}>
        <YearField label={say('records.report.year')} onSave={(year) => change({ year })} value={report.year} />
        <Select
          label={say('records.report.language')}
          onChange={(language) => change({ language })}
          options={languages.map((id) => ({ id, label: say(`projects.language.${id}`) }))}
          value={report.language}
        />
      </div>
      <RecordLine label={say('records.report.authors')} onKeep={(authors) => change({ authors })} value={report.authors} />
      <RecordLine label={say('records.report.byline')} onKeep={(byline) => change({ byline })} value={report.byline} />
      <div className={styles.pair}>
        <KeptDayField
          label={say('records.report.publishedOn')}
          onKeep={(publishedOn) => change({ publishedOn })}
          value={report.publishedOn}
        />
        <KeptDayField label={say('records.report.updatedOn')} onKeep={(updatedOn) => change({ updatedOn })} value={report.updatedOn} />
      </div>
      <RecordLine label={say('records.report.link')} onKeep={(link) => change({ link })} value={report.link} />
      <Select
        label={say('records.report.project')}
        onChange={(projectId) => change({ projectId })}
        options={projects.map(({ id, name }) => ({ id, label: name }))}
        value={report.projectId}
      />
      <RecordLine
        label={say('records.report.body')}
        lang={report.language}
        onKeep={(body) => change({ body })}
        rows={report.kind === 'news' ? 6 : 2}
        value={report.body}
      />
      <ReportRecipients report={report} />
    </div>
  );
}
