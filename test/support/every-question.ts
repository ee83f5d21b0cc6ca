import type { QuestionnaireSpec } from '../../shared/model/questionnaire-spec.ts';
import { agreement, ask, inAll, option, part } from './entry-forms.ts';

const counties = [option(1, 'Midtfjord fylke', { name: 'midtfjord' }), option(2, 'Nordfjell fylke', { name: 'nordfjell' })];
const towns = [
  option(1, 'Fjordvik', { filterValues: { county: 'midtfjord' } }),
  option(2, 'Skogbygda', { filterValues: { county: 'midtfjord' } }),
  option(3, 'Tindsund', { filterValues: { county: 'nordfjell' } }),
  option(4, 'Bjørkhylla', { filterValues: { county: 'nordfjell' } }),
];
const uses = [
  'Samtaler',
  'Hjemmebesøk',
  'Bolig med oppfølging',
  'Dagsenter',
  'Treffsted',
  'Turgruppe eller trening',
  'Arbeid og aktivitet',
  'Behandling utenfor kommunen',
  'Brukerorganisasjon',
].map((words, index) => option(index + 1, words));
const important = ['Bolig', 'Økonomi', 'Arbeid eller aktivitet', 'Noen å snakke med', 'Helse'].map((words, index) =>
  option(index + 1, words),
);
const grid = { lead: inAll('Tenk på de siste tre månedene. Hvor enig er du?'), scale: agreement.key };

/** A form with every type of question and everything that can stand around one. */
export const everyQuestion: QuestionnaireSpec = {
  name: 'Alle typer spørsmål',
  languages: ['nb', 'sv', 'en'],
  scales: [agreement],
  extras: {},
  sections: [
    part('Om deg', [
      ask('samtykke', 'consent', 'Har du fått informasjon om undersøkelsen, og vil du være med?', {
        options: [option(1, ''), option(2, '')],
      }),
      ask('hilsen', 'note', 'Nå kommer noen spørsmål om deg og tjenesten. Du kan la være å svare på hva du vil.'),
      ask('alder', 'number', 'Hvor gammel er du?', { unit: inAll('år'), minimum: 0, maximum: 110, decimals: 0, isRequired: true }),
      ask('fylke', 'one', 'Hvilket fylke bor du i?', { options: counties }),
      ask('kommune', 'one', 'Hvilken kommune bor du i?', { options: towns, optionFilter: 'county = ${fylke}' }),
      ask('grad', 'scale', 'I hvor stor grad får du være med og bestemme hva slags hjelp du skal få?', {
        scale: agreement.key,
        hint: inAll('Tenk på de siste seks månedene.'),
        instruction: inAll('Les alle svarene høyt. Gi god tid.'),
      }),
      ask('uker', 'number', 'Omtrent hvor mange uker ventet du?', {
        unit: inAll('uker'),
        minimum: 0,
        maximum: 520,
        decimals: 1,
        checks: [{ severity: 'soft', expression: '. <= 52', message: inAll('Over et år er uvanlig lenge.') }],
      }),
    ]),
    part('Møtet med tjenesten', [
      ask('respekt', 'scale', 'Jeg blir møtt med respekt.', grid),
      ask('forstar', 'scale', 'Jeg får informasjon jeg forstår.', { ...grid, instruction: inAll('Muntlig og skriftlig informasjon.') }),
      ask('bestemmer', 'scale', 'Jeg er med og bestemmer over hjelpen jeg får.', grid),
      ask('samarbeid', 'scale', 'De som hjelper meg, samarbeider slik jeg ønsker, også når jeg flytter fra et tilbud til et annet.', grid),
      ask('indeks', 'calculated', 'Medvirkningsindeks', {
        calculation: '(${respekt} + ${forstar} + ${bestemmer}) div 3',
        unit: inAll('poeng'),
      }),
      ask('ti', 'scale-0-10', 'Alt i alt: Hvor godt passer hjelpen til det du trenger?', {
        options: Array.from({ length: 11 }, (_, code) => option(code, '')),
      }),
      ask('brukt', 'several', 'Hva har du brukt det siste året?', {
        options: [...uses, option(10, 'Annet', { asksWhat: true }), option(11, 'Ingen av delene', { isExclusive: true })],
      }),
      ask('viktigst', 'rank', 'Hva er viktigst for deg nå? Velg tre, det viktigste først.', {
        options: important,
        rankCount: 3,
        hasRandomOrder: true,
      }),
      ask('spurt', 'yes-no', 'Har du før blitt spurt om hva du mener om tjenesten?', { options: [option(1, ''), option(2, '')] }),
      ask('hva', 'one', 'Hva ble svarene brukt til?', {
        options: [option(1, 'Endringer i tjenesten'), option(2, 'En rapport'), option(3, 'Annet', { asksWhat: true })],
        relevant: '${spurt} = 1',
      }),
    ]),
    part('Når og hvor', [
      ask('start', 'date', 'Når begynte du i tilbudet?'),
      ask('klokka', 'date', 'Når på dagen passer det best?', { dateForm: 'time' }),
      ask('sted', 'register', 'Hvilken kommune bodde du i før?', { registerKind: 'place' }),
      ask('tilbud', 'repeat', 'Tilbud'),
      ask('tilbudsnavn', 'open', 'Hva heter tilbudet?', { parent: 3 }),
      ask('tilbudsar', 'number', 'Hvor lenge har du brukt det?', { parent: 3, unit: inAll('år'), minimum: 0, maximum: 60 }),
      ask('ansatt', 'repeat', 'Fast kontakt', { parent: 3 }),
      ask('ansattrolle', 'one', 'Hvilken rolle har kontakten?', {
        parent: 6,
        options: [option(1, 'Miljøarbeider'), option(2, 'Lege'), option(3, 'Annet')],
      }),
    ]),
    part('Til slutt', [
      ask('hver', 'yes-no', 'Vil du komme på neste møte?', { options: [option(1, ''), option(2, '')], isPerPerson: true }),
      ask('pensjon', 'yes-no', 'Får du pensjon?', {
        options: [option(1, ''), option(2, '')],
        checks: [{ severity: 'hard', expression: '. = 2 or ${alder} >= 16', message: inAll('Den som får pensjon, er minst 16 år.') }],
      }),
      ask('bra', 'open', 'Hva har vært bra? Fortell gjerne om en gang.'),
    ]),
  ],
};
