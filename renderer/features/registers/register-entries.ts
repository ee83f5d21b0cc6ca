import type { OrganisationRow, PersonRow, PlaceRow, RegisterKind, RegisterPage, ServiceRow } from '../../../shared/contract/registers.ts';
import type { LocalisedText } from '../../../shared/model/text.ts';
import type { Dates } from '../../lib/dates.ts';
import type { Say } from '../../lib/text.ts';
import type { Fact } from '../../ui/facts/Facts.tsx';

/** A row of any register in the form table and pane show. */
export interface RegisterEntry {
  readonly id: string;
  readonly title: string;
  /** In the order of `headersOf`. */
  readonly cells: readonly string[];
  readonly facts: readonly Fact[];
}

/** What turning rows into words needs. */
export interface Words {
  readonly say: Say;
  readonly dates: Dates;
  readonly content: (text: LocalisedText) => string;
}

const headerIds = {
  places: ['name', 'placeKind', 'parent', 'country'],
  organisations: ['name', 'organisationKind', 'place', 'parent'],
  people: ['name', 'role', 'contact'],
  bodies: ['name', 'bodyKind', 'place', 'members'],
  services: ['name', 'serviceKind', 'place', 'operator', 'recipients'],
  surveys: ['name', 'surveyOwner', 'every', 'latest'],
  guidelines: ['name', 'reference', 'issuedBy'],
  questions: ['wording', 'questionKind', 'uses'],
} as const satisfies Record<RegisterKind, readonly string[]>;

/** The column heads of a register. */
export function headersOf(kind: RegisterKind, say: Say): readonly string[] {
  return headerIds[kind].map((id) => say(`registers.${id}`));
}

/** The rows of a register in words. */
export function entriesOf(page: RegisterPage, words: Words): readonly RegisterEntry[] {
  switch (page.kind) {
    case 'places':
      return page.rows.map((row) => placeEntry(row, words));
    case 'organisations':
      return page.rows.map((row) => organisationEntry(row, words));
    case 'people':
      return page.rows.map((row) => personEntry(row, words));
    case 'bodies':
    case 'services':
      return page.kind === 'services' ? page.rows.map((row) => serviceEntry(row, words)) : bodyEntries(page, words);
    case 'surveys':
    case 'guidelines':
    case 'questions':
      return referenceEntries(page, words);
    default:
      return page satisfies never;
  }
}

function or(value: string | null | undefined): string {
  return value ?? '–';
}

/** "Name, 2020–2023" */
function during(name: string, period: string): string {
  return period === '' ? name : `${name}, ${period}`;
}

function placeEntry(row: PlaceRow, { say, dates }: Words): RegisterEntry {
  const kind = say(`registers.placeKind.${row.kind}`);
  return {
    id: row.id,
    title: dates.place(row),
    cells: [dates.place(row), kind, or(row.parent), row.countryCode],
    facts: [
      { name: say('registers.placeKind'), value: kind },
      { name: say('registers.parent'), value: row.parent },
      {
        name: say('registers.holds'),
        value: row.holds.map((held) => (held.code === null ? held.name : `${held.name} (${held.code})`)).join(', '),
      },
      { name: say('registers.note'), value: row.note },
      { name: say('registers.source'), value: row.source },
    ],
  };
}

function organisationEntry(row: OrganisationRow, { say }: Words): RegisterEntry {
  const kind = say(`registers.organisationKind.${row.kind}`);
  const pause = (item: OrganisationRow['pauses'][number]): string =>
    [
      item.to === null ? say('dates.since', { year: item.from.slice(0, 4) }) : `${item.from.slice(0, 4)}–${item.to.slice(0, 4)}`,
      item.reason,
    ]
      .filter((part) => part !== null)
      .join(': ');
  return {
    id: row.id,
    title: row.name,
    cells: [row.name, kind, or(row.place), or(row.parent)],
    facts: [
      { name: say('registers.organisationKind'), value: kind },
      { name: say('registers.parent'), value: row.parent },
      { name: say('registers.place'), value: row.place },
      { name: say('registers.areas'), value: row.areas.join(', ') },
      { name: say('registers.pauses'), value: row.pauses.map(pause).join(' · ') },
      { name: say('registers.offerings'), value: row.offerings.join(' · ') },
      { name: say('registers.contact'), value: row.contact },
      { name: say('registers.note'), value: row.note },
    ],
  };
}

function personEntry(row: PersonRow, { say, dates }: Words): RegisterEntry {
  const roleWords = (role: PersonRow['roles'][number]): string => {
    const name = [role.title ?? role.role, role.where].filter((part) => part !== null).join(', ');
    return during(role.isFirstTime ? say('registers.firstTime', { role: name }) : name, dates.years(role.validFrom, role.validTo));
  };
  const route = say(`registers.contactRoute.${row.contactRoute}`);
  return {
    id: row.id,
    title: row.name,
    cells: [row.name, or(row.roles[0] === undefined ? null : roleWords(row.roles[0])), row.contact ?? route],
    facts: [
      ...row.roles.map((role, index) => ({
        name: `${say('registers.role')}${index === 0 ? '' : ` ${index + 1}`}`,
        value: [roleWords(role), role.recruitedBy].filter((part) => part !== null).join('. '),
      })),
      { name: say('registers.contact'), value: [row.contact, route].filter((part) => part !== null).join(', ') },
      { name: say('registers.note'), value: row.note },
    ],
  };
}

function bodyEntries(page: Extract<RegisterPage, { kind: 'bodies' }>, { say, dates }: Words): readonly RegisterEntry[] {
  return page.rows.map((row) => {
    const kind = say(`registers.bodyKind.${row.kind}`);
    const members = say('registers.memberCount', { n: row.members, first: row.firstTimeMembers });
    return {
      id: row.id,
      title: row.name,
      cells: [during(row.name, dates.years(row.validFrom, row.validTo)), kind, or(row.place), members],
      facts: [
        { name: say('registers.bodyKind'), value: [kind, say(row.isStanding ? 'registers.standing' : 'registers.adHoc')].join(', ') },
        { name: say('registers.period'), value: dates.years(row.validFrom, row.validTo) },
        { name: say('registers.remit'), value: row.remit },
        { name: say('registers.place'), value: row.place },
        { name: say('registers.organisation'), value: row.organisation },
        { name: say('registers.members'), value: members },
        { name: say('registers.notRepresented'), value: row.notRepresented },
        { name: say('registers.workingOrder'), value: row.workingOrder },
      ],
    };
  });
}

function serviceEntry(row: ServiceRow, { say, dates }: Words): RegisterEntry {
  const kind = say(`registers.serviceKind.${row.kind}`);
  const operators = row.operators.map((operator) => during(operator.name, dates.years(operator.validFrom, operator.validTo)));
  const recipients = row.recipients === null ? null : dates.counted(row.recipients);
  return {
    id: row.id,
    title: row.name,
    cells: [during(row.name, dates.years(row.validFrom, row.validTo)), kind, or(row.place), or(operators.at(-1)), or(recipients)],
    facts: [
      { name: say('registers.serviceKind'), value: kind },
      { name: say('registers.place'), value: row.place },
      { name: say('registers.targetGroup'), value: row.targetGroup },
      { name: say('registers.eligibility'), value: row.eligibility },
      { name: say('registers.opening'), value: row.opening },
      { name: say('registers.recipients'), value: recipients },
      { name: say('registers.origin'), value: row.origin },
      ...operators.map((operator, index) => ({ name: say('registers.operatorNumber', { n: index + 1 }), value: operator })),
      {
        name: say('registers.funding'),
        value: row.funding
          .map((item) => during(`${item.source} (${say(`registers.funding.${item.kind}`)})`, dates.years(item.validFrom, item.validTo)))
          .join(' · '),
      },
      { name: say('registers.links'), value: row.links.map((link) => `${say(`registers.link.${link.kind}`)} ${link.name}`).join(' · ') },
    ],
  };
}

function referenceEntries(
  page: Extract<RegisterPage, { kind: 'surveys' | 'guidelines' | 'questions' }>,
  { say, content }: Words,
): readonly RegisterEntry[] {
  if (page.kind === 'surveys') {
    return page.rows.map((row) => {
      const every =
        row.everyMonths === null
          ? '–'
          : say('registers.everyMonths', { n: row.everyMonths, years: row.everyMonths % 12 === 0 ? row.everyMonths / 12 : 0 });
      const enough = row.hasEnoughAnswers === null ? null : say(row.hasEnoughAnswers ? 'registers.enough' : 'registers.notEnough');
      return {
        id: row.id,
        title: row.name,
        cells: [row.name, or(row.owner), every, or(row.latestYear === null ? null : String(row.latestYear))],
        facts: [
          { name: say('registers.surveyOwner'), value: row.owner },
          { name: say('registers.every'), value: every },
          { name: say('registers.latest'), value: row.latestYear },
          { name: say('registers.headline'), value: row.headline },
          { name: say('registers.participation'), value: enough },
        ],
      };
    });
  }
  if (page.kind === 'guidelines') {
    return page.rows.map((row) => ({
      id: row.id,
      title: row.title,
      cells: [row.title, or(row.reference), or(row.issuedBy)],
      facts: [
        { name: say('registers.reference'), value: row.reference },
        { name: say('registers.issuedBy'), value: row.issuedBy },
        { name: say('registers.usedBy'), value: row.projects.join(', ') },
        { name: say('registers.note'), value: row.note },
      ],
    }));
  }
  return page.rows.map((row) => {
    const kind = say(`registers.questionKind.${row.kind}`);
    return {
      id: row.id,
      title: content(row.wording),
      cells: [content(row.wording), kind, String(row.uses)],
      facts: [
        { name: say('registers.questionKind'), value: kind },
        ...Object.entries(row.wording).map(([language, text]) => ({ name: say.any(`projects.language.${language}`), value: text })),
        { name: say('registers.uses'), value: row.uses },
        { name: say('registers.source'), value: row.source },
        { name: say('registers.licence'), value: row.licence },
      ],
    };
  });
}
