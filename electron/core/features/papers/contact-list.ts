import type { Paper, PaperBlock } from '../../../../shared/contract/papers.ts';
import type { Language } from '../../../../shared/model/text.ts';
import type { CoreWords } from '../../words.ts';
import { contactLines, reachLines } from './contact.ts';
import { words } from './paper-parts.ts';
import type { MeetingFacts } from './read-meeting.ts';
import type { SharedPerson } from './read-people.ts';
import { capital, whenOf } from './when.ts';

/** Who was at a meeting and may be reached by the others there [R19]. `people` are those who agreed to it. Pure. */
export function contactListPaper(meeting: MeetingFacts, people: readonly SharedPerson[], language: Language, say: CoreWords): Paper {
  const when = capital(whenOf(meeting.time, language, say), language);
  const table: PaperBlock = {
    kind: 'table',
    columns: [
      { label: say('papers.contacts.name'), share: 28 },
      { label: say('papers.minutes.from'), share: 36 },
      { label: say('papers.on.contact'), share: 36 },
    ],
    rows: people.map((person) => ({
      cells: [
        person.name,
        [person.of, person.role].filter((part) => part !== null && part !== '').join('\n'),
        contactOf(person, meeting, say),
      ],
      language: null,
      isLate: false,
    })),
  };
  return {
    title: say('papers.contacts.title', { title: meeting.title }),
    subtitle: [when, meeting.place ?? ''].filter((part) => part !== '').join(' · '),
    language,
    blocks: people.length === 0 ? [words(say('papers.contacts.nobody'), 'lead')] : [words(say('papers.contacts.only')), table],
  };
}

/** A person's own data; of somebody who is reached through the coordinator, the coordinator's [R21]. */
function contactOf(person: SharedPerson, meeting: MeetingFacts, say: CoreWords): string {
  const own = reachLines(person.reach, say).join('\n');
  if (person.route === 'direct') return own === '' ? '–' : own;
  const isCoordinator = meeting.roles.some((role) => role.role === 'coordinator' && role.person?.id === person.id);
  if (isCoordinator) return own;
  const [who, ...rest] = contactLines(meeting, say, 'those-there');
  return [say('papers.on.contactThrough', { who: who ?? say('papers.on.coordinator') }), ...rest].join('\n');
}
