import { Link } from '@tanstack/react-router';
import type { RegisterUse } from '../../../shared/contract/register-records.ts';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import styles from './registers.module.css';

/** Where an entry is used, with the way there: meetings, promises, projects, findings, and others of the registers. */
export function UsesPart({ uses }: { readonly uses: readonly RegisterUse[] }) {
  const say = useText();
  const groups = [...Map.groupBy(uses, ({ kind }) => kind)];
  return (
    <section aria-label={say('registers.uses.title')} className={styles.part}>
      <h3 className={styles.partTitle}>{say('registers.uses.title')}</h3>
      {uses.length === 0 ? <p className={styles.quiet}>{say('registers.uses.none')}</p> : null}
      {groups.map(([kind, of]) => (
        <div key={kind}>
          <p className={styles.useKind}>{say('registers.uses.kind', { kind, n: of.reduce((sum, use) => sum + use.count, 0) })}</p>
          <ul className={styles.links}>{of.map((use) => (use.id === null ? null : <Use key={use.id} use={use} />))}</ul>
        </div>
      ))}
    </section>
  );
}

const registerOf = { organisation: 'organisations', person: 'people', body: 'bodies', service: 'services' } as const;

function Use({ use }: { readonly use: RegisterUse }) {
  const dates = useDates();
  const { kind, id, projectId, name, on } = use;
  const when = on?.length === 10 ? <span className={styles.when}>{dates.day(on)}</span> : null;
  const link = () => {
    if (id === null) return name;
    switch (kind) {
      case 'meeting':
        return (
          <Link params={{ meeting: id }} to="/meetings/$meeting">
            {name}
          </Link>
        );
      case 'action':
        return (
          <Link params={{ action: id }} to="/actions/$action">
            {name}
          </Link>
        );
      case 'project':
        return (
          <Link params={{ project: id }} to="/projects/$project">
            {name}
          </Link>
        );
      case 'finding':
        return projectId === null ? (
          name
        ) : (
          <Link params={{ project: projectId }} search={{ row: id }} to="/projects/$project/findings">
            {name}
          </Link>
        );
      case 'organisation':
      case 'person':
      case 'body':
      case 'service':
        return (
          <Link params={{ kind: registerOf[kind], id }} to="/registers/$kind/$id">
            {name}
          </Link>
        );
      case 'observation':
      case 'interviews':
      case 'other':
        return name;
      default:
        return kind satisfies never;
    }
  };
  return (
    <li>
      {link()} {when}
    </li>
  );
}
