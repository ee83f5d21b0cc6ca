import type { BackgroundColumn } from '../../../shared/contract/coding.ts';
import type { QuoteLine, QuoteTheme } from '../../../shared/contract/quotes.ts';
import { localised } from '../../../shared/model/text.ts';
import { useContent, useLanguage, useText } from '../../lib/text.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import { ThemeChip } from '../../ui/theme-chip/ThemeChip.tsx';
import { signOf } from '../coding/index.ts';
import { branchOf, type Themes } from '../themes/index.ts';
import styles from './quotes.module.css';

interface QuoteItemProps {
  readonly line: QuoteLine;
  readonly themes: Themes;
  readonly columns: readonly BackgroundColumn[];
  readonly isSelected: boolean;
}

/** What somebody said, in their words; whose it is and what is known of them; and the themes, with who put them there. */
export function QuoteItem({ line, themes, columns, isSelected }: QuoteItemProps) {
  const say = useText();
  const content = useContent();
  const language = useLanguage();
  const answers = columns.flatMap((column, at) => {
    const value = line.background[at] ?? null;
    const codes = value === null ? [] : Array.isArray(value) ? value : [value];
    return codes.map((code) => {
      const option = column.options.find((one) => one.code === code);
      return option === undefined ? String(code) : localised(option.label, language);
    });
  });
  const where = line.question === null ? line.title : `${line.question.number}. ${content(line.question.wording)}`;
  // A name that another says already is said once: "Rus- og botjenesten" of the interview and of an answer.
  const isSaid = (part: string, among: readonly string[]): boolean =>
    part === '' || among.some((other) => other !== '' && (other.includes(part) || part.includes(other)));
  const about = [
    ...(isSaid(line.service, answers) ? [] : [line.service]),
    ...(isSaid(line.place, [line.service]) ? [] : [line.place]),
    ...answers,
  ];
  const coders = [...new Set(line.themes.flatMap((theme) => theme.coders))];
  return (
    <>
      <span aria-hidden className={styles.tick} data-on={isSelected || undefined}>
        {isSelected ? <Icon name="done" size={13} /> : null}
      </span>
      <span className={styles.code}>{line.code}</span>
      <span className={styles.body}>
        <span className={styles.words} lang={line.language}>
          {line.body}
          {line.isCut ? <span className={styles.quiet}> {say('quotes.cut')}</span> : null}
        </span>
        <span className={styles.about}>
          {about.map((part) => (
            <span key={part}>{part}</span>
          ))}
          <span className={styles.where} title={where}>
            {where}
          </span>
          {line.status === null ? null : (
            <span className={styles.status} data-status={line.status}>
              <Icon name={line.status === 'cleared' ? 'clearedQuote' : 'unclearedQuote'} size={13} /> {say(`quotes.status.${line.status}`)}
            </span>
          )}
          {line.mayBeQuoted ? null : <span className={styles.oneVoice}>{say('quotes.mayNotBeQuoted')}</span>}
        </span>
      </span>
      <span className={styles.themes}>
        {line.themes.map((theme) => (
          <Chip key={theme.themeId} theme={theme} themes={themes} />
        ))}
        {coders.length === 0 ? null : <span className={styles.coders}>{say('quotes.coders', { names: coders.join(', ') })}</span>}
      </span>
    </>
  );
}

function Chip({ theme, themes }: { readonly theme: QuoteTheme; readonly themes: Themes }) {
  const say = useText();
  const known = themes.byId.get(theme.themeId);
  if (known === undefined) return null;
  const { polarity, isInferred } = theme;
  return (
    <ThemeChip
      isDense
      mark={branchOf(known)}
      name={themes.nameOf(theme.themeId)}
      {...(isInferred ? { state: 'inferred' as const, stateText: say('quotes.inferred') } : {})}
      {...(polarity === null || polarity === 'several'
        ? {}
        : { polarity: signOf(polarity), polarityText: say(`coding.polarity.${polarity}`) })}
    />
  );
}
