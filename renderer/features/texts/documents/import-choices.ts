import type {
  DocumentChoice,
  DocumentKind,
  DocumentProposal,
  FoundSign,
  SpeakerRole,
} from '../../../../shared/contract/texts-documents.ts';
import type { Ticket } from '../../../../shared/model/ids.ts';
import type { Language } from '../../../../shared/model/text.ts';
import type { SpokenError } from '../../../lib/errors.ts';

/** What a person has settled about one file; the rest follows from its proposal. */
export interface FileChoices {
  readonly title: string;
  readonly kind: DocumentKind;
  readonly language: Language;
  readonly saidOn: string | null;
  readonly whose: DocumentProposal['whose'];
  readonly keepsFileName: boolean;
  readonly hasTurns: boolean;
  readonly speakers: readonly { readonly name: string; readonly role: SpeakerRole; readonly as: string }[];
}

/** A file on its way in: being read, refused, or read with what it becomes. */
export interface IncomingFile {
  readonly key: string;
  readonly name: string;
  readonly ticket: Ticket | null;
  readonly problem: SpokenError | null;
  readonly proposal: DocumentProposal | null;
  readonly choices: FileChoices | null;
}

/** What is proposed, as it stands before anybody has changed it. A participant is called by their code. */
export function startChoices(proposal: DocumentProposal): FileChoices {
  const participants = proposal.speakers.filter((speaker) => speaker.role === 'participant').length;
  return {
    title: proposal.title,
    kind: proposal.kind,
    language: proposal.language,
    saidOn: proposal.saidOn,
    whose: proposal.whose,
    keepsFileName: false,
    hasTurns: proposal.speakers.length > 0,
    speakers: proposal.speakers.map(({ name, role }) => ({
      name,
      role,
      as: role === 'participant' && participants === 1 && proposal.whose !== null ? proposal.whose.code : name,
    })),
  };
}

/** Things that may tell who somebody is, in all the files, each of them once. */
export function signsOf(files: readonly IncomingFile[]): FoundSign[] {
  const all = new Map<string, FoundSign>();
  for (const { proposal } of files)
    for (const sign of proposal?.signs ?? []) {
      const known = all.get(sign.text);
      all.set(sign.text, known === undefined ? sign : { ...known, count: known.count + sign.count });
    }
  return [...all.values()];
}

/** What stands instead of each, when everything is to be replaced: names get numbers, and a first name its full name's. */
export function proposeInstead(
  signs: readonly FoundSign[],
  word: (kind: FoundSign['kind'], number: number) => string,
): Map<string, string> {
  const instead = new Map<string, string>();
  const names = signs.filter((sign) => sign.kind === 'name').toSorted((a, b) => b.text.length - a.text.length);
  const numbers = new Map<string, number>();
  for (const { text } of names) {
    const whole = [...numbers.keys()].find((longer) => longer.split(' ').includes(text));
    numbers.set(text, whole === undefined ? new Set(numbers.values()).size + 1 : (numbers.get(whole) ?? 1));
  }
  for (const sign of signs) instead.set(sign.text, word(sign.kind, numbers.get(sign.text) ?? 1));
  return instead;
}

/** The files as the import takes them; those that cannot be read are left out. */
export function choicesForImport(files: readonly IncomingFile[], instead: ReadonlyMap<string, string>): DocumentChoice[] {
  return files.flatMap(({ ticket, choices, proposal }) => {
    if (ticket === null || choices === null || proposal === null) return [];
    const texts = new Set(proposal.signs.map((sign) => sign.text));
    return [
      {
        ticket,
        title: choices.title.trim() === '' ? proposal.title : choices.title.trim().slice(0, 200),
        kind: choices.kind,
        language: choices.language,
        saidOn: choices.saidOn,
        interviewId: choices.whose?.interviewId ?? null,
        keepsFileName: choices.keepsFileName,
        speakers: choices.hasTurns
          ? choices.speakers.map(({ name, role, as }) => ({ name, role, as: as.trim() === '' ? name.slice(0, 200) : as.trim() }))
          : [],
        replacements: [...instead].flatMap(([find, to]) => (to.trim() === '' || !texts.has(find) ? [] : [{ find, with: to }])),
      },
    ];
  });
}
