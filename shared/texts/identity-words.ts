/** Words of dialect that tell where somebody comes from, by the language of the text, each with the ordinary word for it. */
const dialects: Readonly<Record<string, string>> = {
  nb: `ikkje=ikke itj=ikke itte=ikke ente=ikke inte=ikke æ=jeg æg=jeg eg=jeg je=jeg jæ=jeg mæ=meg dæ=deg sæ=seg hu=hun ho=hun hainn=han
hannj=han døkk=dere døkker=dere dokker=dere dåkker=dere dåkk=dere dykk=dere dokke=dere dere's=deres vårres=vår kæm=hvem kem=hvem
kven=hvem ka=hva kva=hva kordan=hvordan korsn=hvordan korleis=hvordan koss=hvordan kossen=hvordan kor=hvor koffor=hvorfor kvifor=hvorfor
nokka=noe nokko=noe noko=noe nåkka=noe nokken=noen nokon=noen berre=bare bærre=bare bære=bare fekk=fikk gjekk=gikk vart=ble vørt=blitt
va=var mykje=mye mytji=mye heilt=helt kjæm=kommer kjem=kommer sku=skulle tæll=til frå=fra meir=mer einaste=eneste nå'n=noen ka'n=hva
mang=mange unga=ungene bynne=begynne trur=tror`,
  nn: `itj=ikkje itte=ikkje æ=eg æg=eg je=eg jæ=eg mæ=meg dæ=deg sæ=seg hu=ho hainn=han døkk=de døkker=de dokker=de dåkker=de kæm=kven kem=kven
ka=kva kordan=korleis korsn=korleis koss=korleis kossen=korleis koffor=kvifor nokka=noko nokko=noko nåkka=noko bærre=berre bære=berre
va=var mytji=mykje kjæm=kjem sku=skulle tæll=til vørt=vorte`,
  sv: `int=inte ente=inte itte=inte ick=inte nåt=något nåra=några mä=med dä=det hä=det je=jag jä=jag mycke=mycket möe=mycket sku=skulle fö=för
tocken=sådan töcken=sådan hännä=henne ôss=oss nôt=något gôtt=gott dom=de mej=mig dej=dig sej=sig ikke=inte va=var`,
  en: `nowt=nothing owt=anything summat=something aye=yes wee=little ken=know dinnae=don't cannae=can't wasnae=wasn't mam=mum bairn=child`,
};

const byLanguage: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(dialects).map(([language, list]) => [
    language,
    new Map(
      list.split(/\s+/u).flatMap((pair): [string, string][] => {
        const [said, ordinary] = pair.split('=');
        return said === undefined || ordinary === undefined ? [] : [[said, ordinary]];
      }),
    ),
  ]),
);

/** The ordinary word for one of dialect in a text of this language, with the capital it has; null for a word that is none. */
export function ordinaryWord(word: string, language: string): string | null {
  const ordinary = byLanguage.get(language)?.get(word.normalize('NFC').toLowerCase());
  if (ordinary === undefined) return null;
  return /^\p{Lu}/u.test(word) ? ordinary.charAt(0).toUpperCase() + ordinary.slice(1) : ordinary;
}

/** Beginnings of words for what happens to few, and is remembered by others. */
const eventBeginnings =
  /^(?:brann|branden|eldsvåd|husbrann|ulykk|ulukk|olyck|drept|drap|mord|dråp|selvmord|sjølvmord|självmord|overdos|överdos|voldtek|voldtatt|valdtek|våldt|fengs|fängels|tvilling|trilling|amput|rullestol|rullstol|flyktning|flykting|flom(?!m)|jordskred|skredet|snøskred|skred|kreft|cancer|hjerneslag|slaganfall|stroke|koma|fosterhjem|fosterheim|fosterhem|barnevern|barnahus|konkurs|rettssak|rettegang|rättegång|asyl|adopt|transplant|begravels|begravning|gravferd|innbrudd|inbrott|knivstuk|knivstikk|skutt(?!le)|eksplosjon|explosion|drukn|enke(?:mann)?$|änka$|änkling|foreldreløs|föräldralös|dødsfall|dødsulykk|dödsfall|suicid|murder|prison|jail|twin|triplet|refugee|wheelchair|bankrupt|widow|drown|funeral|orphan|burglar|stabb|rape|lottogevinst|lotteri|bortvis|evakuer)/iu;

/** Whether a word names something that happens to few. */
export function isEventWord(word: string): boolean {
  return eventBeginnings.test(word.normalize('NFC'));
}
