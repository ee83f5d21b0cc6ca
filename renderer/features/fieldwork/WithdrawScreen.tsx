import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ErasureReceipt, WithdrawalReach } from '../../../shared/contract/fieldwork-withdrawal.ts';
import { RespondentId } from '../../../shared/model/ids.ts';
import { client, orpc } from '../../lib/client.ts';
import { today } from '../../lib/dates.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useProjectId, useRouteParam } from '../../lib/route.ts';
import sheet from '../../lib/sheet/sheet.module.css';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { EraseReceipt } from './EraseReceipt.tsx';
import styles from './fieldwork.module.css';
import { ReachList } from './ReachList.tsx';
import { WithdrawChoice } from './WithdrawChoice.tsx';

/** A participant withdraws: everything that is affected, and the two ways out. One that is erased is told about on a receipt. */
export function WithdrawScreen() {
  const say = useText();
  const respondentId = RespondentId.parse(useRouteParam('respondent'));
  const query = useQuery(orpc.fieldwork.withdrawalReach.queryOptions({ input: { respondentId } }));
  return (
    <div className={cx(sheet.page, sheet.scrolls)}>
      <Loaded query={query}>{(reach) => <Withdrawing key={respondentId} reach={reach} say={say} />}</Loaded>
    </div>
  );
}

function Withdrawing({ reach, say }: { readonly reach: WithdrawalReach; readonly say: ReturnType<typeof useText> }) {
  const save = useSave();
  const navigate = useNavigate();
  const project = useProjectId();
  const [receipt, setReceipt] = useState<ErasureReceipt | null>(null);
  const [isBusy, setBusy] = useState(false);
  const back = (): void => void navigate({ to: '/projects/$project/interviews', params: { project } });
  const withdraw = async (): Promise<void> => {
    setBusy(true);
    const done = await save(() => client.fieldwork.withdraw({ respondentId: reach.respondentId, withdrawnOn: today() }));
    setBusy(false);
    if (done !== undefined) back();
  };
  const erase = async (typedCode: string, withBackups: boolean): Promise<void> => {
    setBusy(true);
    const done = await save(async () => {
      const steps = await client.fieldwork.erase({ respondentId: reach.respondentId, typedCode, withBackups });
      for (;;) {
        const step = await steps.next();
        if (step.done === true) return step.value;
      }
    });
    setBusy(false);
    if (done !== undefined) setReceipt(done);
  };
  if (receipt !== null) return <EraseReceipt onClose={back} receipt={receipt} />;
  return (
    <>
      <PageHeader
        actions={<Button onPress={back}>{say('app.cancel')}</Button>}
        facts={reach.project}
        title={say('fieldwork.withdraw.title', { code: reach.code })}
      />
      <div className={styles.sheet}>
        <div className={styles.withdraw}>
          <ReachList reach={reach} />
          <div className={styles.sticky}>
            <WithdrawChoice
              isBusy={isBusy}
              onErase={(code, withBackups) => void erase(code, withBackups)}
              onWithdraw={() => void withdraw()}
              reach={reach}
            />
          </div>
        </div>
      </div>
    </>
  );
}
