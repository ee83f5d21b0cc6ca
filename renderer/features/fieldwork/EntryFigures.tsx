import { useQuery } from '@tanstack/react-query';
import type { EntryStatistics } from '../../../shared/contract/fieldwork-quality.ts';
import { orpc } from '../../lib/client.ts';
import { formatNumber } from '../../lib/format.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useContent, useLanguage, useText } from '../../lib/text.ts';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import styles from './fieldwork.module.css';
import type { QualityScope } from './quality-scope.ts';

/** How entry went: interviews per interviewer and week, minutes per section and person, errors found by entering twice. */
export function EntryFigures({ scope }: { readonly scope: QualityScope }) {
  const query = useQuery(orpc.fieldwork.statistics.queryOptions({ input: scope }));
  return <Loaded query={query}>{(figures) => <Figures figures={figures} scope={scope} />}</Loaded>;
}

function Figures({ figures, scope }: { readonly figures: EntryStatistics; readonly scope: QualityScope }) {
  const say = useText();
  const language = useLanguage();
  const content = useContent();
  const minutes = (value: number): string => formatNumber(value, language, 1);
  if (figures.interviewers.length === 0) return <EmptyState what={say('fieldwork.statistics.none')} />;
  return (
    <div className={styles.sheet}>
      <section className={styles.section}>
        <PerWeek figures={figures} />
      </section>
      {figures.sections.length === 0 ? (
        <p className={styles.lead}>{say('fieldwork.statistics.noTimes')}</p>
      ) : (
        <div className={styles.columns}>
          <Table
            caption={say('fieldwork.statistics.sections')}
            head={[say('fieldwork.statistics.section'), say('fieldwork.statistics.interviews'), say('fieldwork.statistics.median')]}
            rows={figures.sections.map((section) => ({
              id: section.sectionId,
              name: content(section.title),
              cells: [formatNumber(section.interviews, language), minutes(section.minutes)],
            }))}
          />
          <Table
            caption={say('fieldwork.statistics.people')}
            head={[say('fieldwork.quality.by'), say('fieldwork.statistics.interviews'), say('fieldwork.statistics.median')]}
            rows={figures.enteredBy.map((person) => ({
              id: person.name,
              name: person.name,
              cells: [formatNumber(person.interviews, language), minutes(person.minutes)],
            }))}
          />
        </div>
      )}
      <ErrorRates scope={scope} />
    </div>
  );
}

function PerWeek({ figures }: { readonly figures: EntryStatistics }) {
  const say = useText();
  const language = useLanguage();
  const n = (value: number): string => formatNumber(value, language);
  return (
    <Table
      caption={say('fieldwork.statistics.weeks')}
      head={[
        say('interviews.fact.interviewer'),
        say('fieldwork.statistics.all'),
        say('interviews.status.complete'),
        say('interviews.status.partial'),
        say('interviews.status.started'),
        say('interviews.status.declined'),
        ...figures.weeks.map((week) => say('fieldwork.statistics.week', { week: Number(week.slice(6)), year: week.slice(0, 4) })),
      ]}
      rows={figures.interviewers.map((one) => ({
        id: one.actorId ?? 'nobody',
        name: one.name === '' ? say('fieldwork.bulk.nobody') : one.name,
        cells: [one.total, one.complete, one.partial, one.unfinished, one.declined, ...one.perWeek].map(n),
      }))}
    />
  );
}

function ErrorRates({ scope }: { readonly scope: QualityScope }) {
  const say = useText();
  const language = useLanguage();
  const { data } = useQuery(orpc.doubleEntry.errorRates.queryOptions({ input: { projectId: scope.projectId } }));
  if (data === undefined || data.interviews === 0) return <p className={styles.lead}>{say('fieldwork.statistics.noDouble')}</p>;
  const rate = (errors: number, fields: number): string =>
    fields === 0 ? '..' : say('fieldwork.statistics.perThousand', { n: formatNumber((1000 * errors) / fields, language, 1) });
  return (
    <section className={styles.section}>
      <p className={styles.lead}>
        {say('fieldwork.statistics.double', {
          interviews: data.interviews,
          fields: formatNumber(data.fields, language),
          differences: formatNumber(data.discrepancies, language),
        })}
      </p>
      <div className={styles.columns}>
        <Table
          caption={say('fieldwork.statistics.errorsByPerson')}
          head={[
            say('fieldwork.quality.by'),
            say('fieldwork.statistics.fields'),
            say('fieldwork.statistics.errors'),
            say('fieldwork.statistics.rate'),
          ]}
          rows={data.byPerson.map((person) => ({
            id: person.name,
            name: person.name,
            cells: [formatNumber(person.fields, language), formatNumber(person.errors, language), rate(person.errors, person.fields)],
          }))}
        />
        <Table
          caption={say('fieldwork.statistics.errorsByQuestion')}
          head={[
            say('fieldwork.quality.question'),
            say('fieldwork.statistics.fields'),
            say('fieldwork.statistics.differences'),
            say('fieldwork.statistics.rate'),
          ]}
          rows={data.byQuestion
            .filter((question) => question.discrepancies > 0)
            .map((question) => ({
              id: question.questionId,
              name: question.number,
              cells: [
                formatNumber(question.fields, language),
                formatNumber(question.discrepancies, language),
                rate(question.discrepancies, question.fields),
              ],
            }))}
        />
      </div>
    </section>
  );
}

interface TableProps {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly id: string; readonly name: string; readonly cells: readonly string[] }[];
}

function Table({ caption, head, rows }: TableProps) {
  return (
    // oxlint-disable-next-line no-noninteractive-tabindex -- a frame that scrolls is reached by Tab, so that the arrows move its far columns
    <div aria-label={caption} className={styles.frame} role="group" tabIndex={0}>
      <table className={styles.figures}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              {row.cells.map((cell, index) => (
                <td key={head[index + 1] ?? index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
