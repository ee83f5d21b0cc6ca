import type { QuestionSheet } from '../../../../shared/contract/meetings.ts';
import type { Paper } from '../../../../shared/contract/papers.ts';
import { localised, type Language } from '../../../../shared/model/text.ts';
import type { CoreWords } from '../../words.ts';
import { contactLines } from './contact.ts';
import { section, words } from './paper-parts.ts';
import type { MeetingFacts } from './read-meeting.ts';
import { capital, whenOf } from './when.ts';

/** Room to write under a question. */
const linesEach = 3;

/** The questions sent out before a meeting, with room for one's own notes [R15]. Pure. */
export function questionSheetPaper(meeting: MeetingFacts, sheet: QuestionSheet, language: Language, say: CoreWords): Paper {
  const when = capital(whenOf(meeting.time, language, say), language);
  const contact = contactLines(meeting, say);
  return {
    title: sheet.title ?? say('papers.sheet.title', { title: meeting.title }),
    subtitle: [sheet.title === null ? '' : meeting.title, when, meeting.place ?? ''].filter((part) => part !== '').join(' · '),
    language,
    blocks: [
      words(sheet.intro === null || sheet.intro === '' ? say('papers.sheet.intro') : sheet.intro, 'lead'),
      {
        kind: 'questions',
        lines: linesEach,
        items: sheet.questions.map((question, index) => ({ number: index + 1, ...inLanguage(question.wording, language) })),
      },
      ...section(say('papers.on.contact'), contact.length === 0 ? [] : [{ kind: 'signature', lines: contact }]),
      words(say('papers.sheet.version', { n: sheet.version }), 'quiet'),
    ],
  };
}

/** A wording in the paper's language; where it has none, in one it has, and said to be that. */
export function inLanguage(wording: QuestionSheet['questions'][number]['wording'], language: Language) {
  const text = localised(wording, language);
  const own = (Object.keys(wording) as Language[]).find((candidate) => wording[candidate] === text) ?? language; // keys of a LocalisedText
  return { text, language: wording[language] === text || own === language ? null : own };
}
