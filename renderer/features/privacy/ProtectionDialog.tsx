import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProtectionRule } from '../../../shared/contract/privacy.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { client, orpc } from '../../lib/client.ts';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { useOneAtATime } from '../../lib/dialogs/use-one-at-a-time.ts';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { NumberField } from '../../ui/number-field/NumberField.tsx';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import { TextArea } from '../../ui/text-area/TextArea.tsx';
import styles from './Protection.module.css';

const limits = { threshold: { from: 3, to: 10 }, minimumBase: { from: 5, to: 100 } } as const;

function lowest(rule: ProtectionRule, name: keyof typeof limits): number {
  return name === 'minimumBase' ? Math.max(limits.minimumBase.from, rule.threshold) : limits.threshold.from;
}

function isWithin(rule: ProtectionRule, name: keyof typeof limits): boolean {
  return rule[name] >= lowest(rule, name) && rule[name] <= limits[name].to;
}

/** Changes how small numbers are hidden, with a reason that stays, and shows what it was before. */
export function ProtectionDialog({ projectId, onClose }: { readonly projectId: ProjectId; readonly onClose: () => void }) {
  const say = useText();
  const dates = useDates();
  const save = useSave();
  const { data } = useQuery(orpc.privacy.protection.queryOptions({ input: { projectId } }));
  const [draft, setDraft] = useState<Partial<ProtectionRule>>({});
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const rule: ProtectionRule | null = data === undefined ? null : { ...data.rule, ...draft };
  const change = useOneAtATime(async () => {
    setTried(true);
    if (rule === null || reason.trim() === '' || !isWithin(rule, 'threshold') || !isWithin(rule, 'minimumBase')) return;
    const done = await save(() => client.privacy.setProtection({ projectId, rule, reason: reason.trim() }));
    if (done !== undefined) onClose();
  });
  if (data === undefined || rule === null) return null;
  const rangeError = (name: keyof typeof limits) =>
    isWithin(rule, name) ? {} : { error: say('privacy.protection.range', { from: lowest(rule, name), to: limits[name].to }) };
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>{say('privacy.protection.cancel')}</Button>
          <Button onPress={() => void change()} variant="main">
            {say('privacy.protection.save')}
          </Button>
        </>
      }
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={say('privacy.protection.title')}
    >
      <div className={styles.form}>
        <NumberField
          autoFocus
          help={say('privacy.protection.thresholdHelp')}
          label={say('privacy.protection.threshold')}
          notANumber={(text) => say('privacy.protection.notANumber', { text })}
          onCommit={(threshold) => setDraft({ ...draft, threshold: threshold ?? data.rule.threshold })}
          value={rule.threshold}
          {...rangeError('threshold')}
        />
        <NumberField
          help={say('privacy.protection.baseHelp')}
          label={say('privacy.protection.base')}
          notANumber={(text) => say('privacy.protection.notANumber', { text })}
          onCommit={(minimumBase) => setDraft({ ...draft, minimumBase: minimumBase ?? data.rule.minimumBase })}
          value={rule.minimumBase}
          {...rangeError('minimumBase')}
        />
        <Checkbox isSelected={rule.protectZeros} onChange={(protectZeros) => setDraft({ ...draft, protectZeros })}>
          {say('privacy.protection.zeros')}
        </Checkbox>
        <TextArea
          error={isTried && reason.trim() === '' ? say('privacy.protection.reasonNeeded') : undefined}
          help={say('privacy.protection.reasonHelp')}
          label={say('privacy.protection.reason')}
          onChange={setReason}
          rows={2}
          value={reason}
        />
        {rule.threshold < data.rule.threshold || rule.minimumBase < data.rule.minimumBase ? (
          <StatusText icon="softCheck" tone="warn">
            {say('privacy.protection.lower')}
          </StatusText>
        ) : null}
        {data.changes.length === 0 ? null : (
          <section>
            <h3 className={styles.heading}>{say('privacy.protection.changes')}</h3>
            <ul className={styles.changes}>
              {data.changes.map(({ id, rule: was, reason: why, changedBy, changedAt }) => (
                <li key={id}>
                  {say(was.protectZeros ? 'privacy.protection.changeZeros' : 'privacy.protection.change', {
                    day: dates.day(changedAt),
                    name: changedBy,
                    threshold: was.threshold,
                    base: was.minimumBase,
                    reason: why,
                  })}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Dialog>
  );
}
