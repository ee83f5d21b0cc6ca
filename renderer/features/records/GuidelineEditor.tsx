import type { GuidelineFields, GuidelineRecord } from '../../../shared/contract/records.ts';
import { client } from '../../lib/client.ts';
import { NeededField } from '../../lib/fields/NeededField.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { ProjectPicker } from './ProjectPicker.tsx';
import { RecordLine } from './RecordLine.tsx';
import styles from './records.module.css';

/** A law, plan or steering paper, and the point that each project refers to. */
export function GuidelineEditor({ guideline, isNew }: { readonly guideline: GuidelineRecord; readonly isNew: boolean }) {
  const say = useText();
  const save = useSave();
  const change = (fields: Partial<GuidelineFields>): void =>
    void save(() => client.records.change({ kind: 'guidelines', id: guideline.id, fields }));
  return (
    <div className={styles.fields}>
      <NeededField
        label={say('records.guideline.title')}
        onKeep={(title) => change({ title })}
        takesFocus={isNew}
        value={guideline.title}
      />
      <RecordLine label={say('records.guideline.reference')} onKeep={(reference) => change({ reference })} value={guideline.reference} />
      <RecordLine label={say('records.guideline.issuedBy')} onKeep={(issuedBy) => change({ issuedBy })} value={guideline.issuedBy} />
      <RecordLine label={say('records.guideline.note')} onKeep={(note) => change({ note })} rows={2} value={guideline.note} />
      <section aria-label={say('records.guideline.uses')} className={styles.part}>
        <h3>{say('records.guideline.uses')}</h3>
        <ul className={styles.rows}>
          {guideline.uses.map(({ id, projectId, project, point }) => (
            <li className={styles.row} key={id}>
              <RecordLine
                label={say('records.guideline.point', { project })}
                onKeep={(next) =>
                  void save(() => client.records.saveGuidelineUse({ id, guidelineId: guideline.id, projectId, point: next }))
                }
                value={point}
              />
              <IconButton
                icon="remove"
                label={say('records.guideline.removeUse', { project })}
                onPress={() => void save(() => client.records.removeGuidelineUse({ id }))}
                size="small"
              />
            </li>
          ))}
        </ul>
        <ProjectPicker
          label={say('records.guideline.addUse')}
          onPick={(projectId) =>
            void save(() => client.records.saveGuidelineUse({ id: null, guidelineId: guideline.id, projectId, point: null }))
          }
          without={[]}
        />
      </section>
    </div>
  );
}
