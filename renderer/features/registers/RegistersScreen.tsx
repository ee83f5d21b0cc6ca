import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { RegisterKind } from '../../../shared/contract/registers.ts';
import { orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useRouteParam } from '../../lib/route.ts';
import { useText } from '../../lib/text.ts';
import { RegisterPageView } from './RegisterPageView.tsx';
import styles from './RegistersScreen.module.css';

/** The registers all projects share: which one at the left, its rows, and the one under the hand at the right. */
export function RegistersScreen() {
  const kind = RegisterKind.catch('places').parse(useRouteParam('kind'));
  const query = useQuery(orpc.registers.list.queryOptions({ input: { kind } }));
  // A new register is a new page: what was chosen in the last one means nothing here.
  return <Loaded query={query}>{(page) => <RegisterPageView key={kind} kinds={<RegisterKinds current={kind} />} page={page} />}</Loaded>;
}

function RegisterKinds({ current }: { readonly current: RegisterKind }) {
  const say = useText();
  return (
    <nav aria-label={say('registers.title')} className={styles.kinds}>
      <h2>{say('registers.title')}</h2>
      <ul>
        {RegisterKind.options.map((kind) => (
          <li key={kind}>
            <Link aria-current={kind === current ? 'page' : undefined} className={styles.kind} params={{ kind }} to="/registers/$kind">
              {say(`registers.kind.${kind}`)}
            </Link>
          </li>
        ))}
        <li>
          <Link className={styles.kind} to="/listening">
            {say('listening.title')}
          </Link>
        </li>
      </ul>
    </nav>
  );
}
