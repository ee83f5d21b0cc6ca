/** Words that sentences begin with: a capital there names nobody. Bokmål, nynorsk, Swedish and English. */
export const startingWords: ReadonlySet<string> = wordsOf(
  `alle alt altså all allt also an and andre annen annet any are as at att av bara bare begge ble blev bli både båda can could da dagen
de deg dei deira dem den denna denne der dere deras deres derfor derför dess dessa desse dessuten det detta dette di did din dine ditt do
dock dog du då each eg egentlig egentligen ei eit ein either eller ellers en enda ende er et ett even every every för før fördi fordi fra
frå från få fått ganske ganska gjennom gjerne gode godt gått ha hadde hade han hans har hallo hei hej helst her hennes henne hi hello hjem
ho hon hun hur hva hvem hver hvert hvilken hvis hvor hvordan hvorfor how however hvor i ibland iblant if igjen igen ikke ikkje ikring
imellom in inga ingen inget inte is it ja jag jeg jo just kan kanskje kanske ka kem kor korleis kva kven kvifor kom kun känner lite litt
man mange många med meg mellom mellan men mens mer mest mi min mina mine mitt mot my må måste mye mykje mycket nei nej no noe noen nok
noko nokon nokre not now nu nå när når något några og också også om on one or oss our ofte ofta over possibly på sa said sade se seg selv
senere sedan senare si siden sidan sin since sine sitt ska skal skulle slik so som some sometimes somme still så sånn så sånt ta takk tack
thank thanks that the their them then there therefore these they this those til till to tror tro um under until up ut uten utan vad var vara
varför var vart vem vi via vil vilka vill ville visst vore vår våra våre was we well were what when where which while who why will with would
vær være vært yes you your å åh år är även øh eh ehm mhm hm
første andra annars da dagens eit egen eigen far mor jente gutt mamma pappa bror søster syster onkel tante doktor lege
intervjuer intervjuar interviewer
intervjuare informant deltaker deltakar deltagare respondent moderator participant notat notater anteckningar spørsmål svar fråga question answer
snakk snakker fortell fortelle tenker tenk kom kommer går gå gikk gjør gjorde gjort får fikk fekk fick sier seier säger sa syns synes tycker
husker minns har hadde blir blei blev er ble var venta ventet väntade hjelp hjälp help fast faste folk legg legge skriv skriver les leser`,
);

/** Words that have a capital wherever they stand, without naming anybody. */
export const capitalWords: ReadonlySet<string> = wordsOf(
  `mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tisdag lördag söndag monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december
norge noreg norway norsk norske sverige sweden svensk svenska english gud god jul påske ip sip nav intervjuer interviewer moderator`,
);

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/u));
}
