import { momentOn } from './days.ts';
import type { SampleWriter } from './sample-writer.ts';

const doneAt = momentOn('2025-05-26', 610);

/** Framework matrices, what their cells say, and the words behind. */
export function writeFrameworks(writer: SampleWriter): void {
  const projectId = writer.id('project', 'bsb');
  for (const { answer, theme, summary, isDone, hasQuote } of writer.sources.outcomes.frameworkCells) {
    const text = writer.texts.find((one) => one.key === answer);
    if (text === undefined || text.respondentId === null) throw new Error(`nobody said ${answer}`);
    const row = { project_id: projectId, respondent_id: text.respondentId, theme_id: writer.id('theme', theme), summary };
    const cellId = writer.add('framework_cell', { ...row, finished_at: isDone === true ? doneAt : undefined });
    if (hasQuote === true) writer.add('framework_cell_quote', { cell_id: cellId, quote_id: quoteOf(writer, answer, text) });
  }
  for (const [index, one] of writer.sources.outcomes.frameworks.entries()) {
    const variableId = one.variable === undefined ? undefined : writer.id('variable', `bsb ${one.variable}`);
    const id = writer.add('framework', {
      project_id: projectId,
      name: one.name,
      unit: one.unit,
      variable_id: variableId,
      ordinal: index + 1,
    });
    for (const [at, theme] of one.themes.entries())
      writer.add('framework_theme', { framework_id: id, theme_id: writer.id('theme', theme), ordinal: at + 1 });
    for (const { code, theme, summary, isDone } of one.cells)
      writer.add('framework_cell', {
        project_id: projectId,
        answer_group: `${variableId ?? ''}/${String(code)}`,
        theme_id: writer.id('theme', theme),
        summary,
        finished_at: isDone === true ? doneAt : undefined,
      });
  }
}

/** The quote that is kept of the whole answer, or a new one. */
function quoteOf(writer: SampleWriter, answer: string, text: { readonly id: string; readonly body: string }): string {
  const known = writer.sources.outcomes.quotes.some((quote) => quote.answer === answer && quote.on === undefined);
  const key = `whole ${answer}`;
  if (known) return writer.id('quote', answer);
  return writer.has('quote', key)
    ? writer.id('quote', key)
    : writer.add('quote', { text_id: text.id, start_offset: 0, end_offset: text.body.length, status: 'raw' }, key);
}
