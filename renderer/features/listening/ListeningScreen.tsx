import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useText } from '../../lib/text.ts';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { HearingMethods } from './HearingMethods.tsx';
import styles from './listening.module.css';
import { OpenProblems } from './OpenProblems.tsx';
import { OtherSurveys } from './OtherSurveys.tsx';

/** Ways in which users are heard, open problems, and what other people's surveys say. */
export function ListeningScreen() {
  const say = useText();
  const query = useQuery(orpc.listening.list.queryOptions({ input: {} }));
  return (
    <div className={styles.page}>
      <PageHeader facts={say('listening.facts')} title={say('listening.title')} />
      <Loaded query={query}>
        {({ methods, problems, surveys, services }) => (
          <>
            <OpenProblems problems={problems} services={services} />
            <HearingMethods methods={methods} />
            <OtherSurveys surveys={surveys} />
          </>
        )}
      </Loaded>
    </div>
  );
}
