// Words that look like the name of a country and mean something else where they stand: Jordan the person, Georgia the state of the
// United States, Turkey on a plate. Rules about the words around a name; the finder (country.ts) knows the names.

/** States of the United States; a place before one of them lies there: "Lebanon, Pennsylvania". */
const states =
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington State|West Virginia|Wisconsin|Wyoming';
const inState = new RegExp(`^,\\s+(?:${states})\\b`, 'u');

/** Names of countries that are also given names or family names. */
const personal = /^(?:Jordan|Chad|Georgia|Israel|Kenya|India|Ireland|Holland|England|Wales|Britain|Cuba|Malta|Benin|Mali)$/iu;
const given =
  'James|John|Robert|Michael|William|David|Richard|Joseph|Thomas|Charles|Daniel|Matthew|Anthony|Mark|Donald|Steven|Paul|Andrew|Kenneth|Kevin|Brian|George|Edward|Ronald|Timothy|Jason|Jeffrey|Ryan|Jacob|Gary|Nicholas|Eric|Jonathan|Stephen|Larry|Justin|Scott|Brandon|Benjamin|Samuel|Gregory|Frank|Patrick|Raymond|Jack|Dennis|Peter|Vernon|Hamilton|Neil|Mary|Patricia|Jennifer|Linda|Elizabeth|Barbara|Susan|Jessica|Sarah|Karen|Lisa|Nancy|Betty|Margaret|Sandra|Ashley|Kimberly|Emily|Donna|Michelle|Carol|Amanda|Melissa|Deborah|Laura|Rebecca|Helen|Anna|Anne|Kathleen|Ruth|Alice|June|Winthrop|Eason';
const family = 'Smith|Johnson|Williams|Brown|Jones|Miller|Davis|Wilson|Anderson|Taylor|Thomas|Moore|Martin|Jackson|Thompson|Harris|Clark|Lewis|Robinson|Walker|Wright|Baker|Adams|Nelson|Campbell|Mitchell|Roberts|Carter|Phillips|Evans|Turner|Parker|Collins|Edwards|Stewart|Murphy|Rogers|Peterson|Cooper|Kelly|Howard|Richardson|Watson|Brooks|Bennett|Hughes|Myers|Foster|Sanders|Sullivan|Fisher|Henderson|Garcia|Rodriguez|Martinez|Hernandez|Lopez|Gonzalez|Peele|Spieth|Peterson|O.Keeffe';
const beforePerson = new RegExp(`(?:\\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Judge|Justice|Senator|Congressman|Congresswoman|Officer|Sergeant|Captain)\\.?\\s+(?:\\p{Lu}\\p{L}*\\.?\\s+){0,2}|\\b(?:${given})\\s+(?:\\p{Lu}\\.\\s+)?)$`, 'u');
const behindPerson = new RegExp(`^\\s+(?:\\p{Lu}\\.\\s+)?(?:${family})\\b`, 'u');

const cities = 'Atlanta|Savannah|Augusta|Macon|Decatur|Marietta|Alpharetta|Roswell|Valdosta|Dalton|Gainesville|Warner Robins|Fort [A-Z][a-z]+';
const beforeState = new RegExp(`(?:\\b(?:${cities}),\\s+|\\b(?:${states})(?:,|,? and|,? or)\\s+|\\b(?:[Ss]tate of|University of) )$`, 'u');
const behindState = new RegExp(`^(?:,?\\s+(?:USA|U\\.S\\.A?\\.?|United States)\\b|\\s+(?:Department of|Southern|Power|Bulldogs|Legislature|General Assembly|Bureau of Investigation|House of Representatives|peach)|(?:,|,? and|,? or)\\s+(?:${states})\\b)`, 'u');

/** As many characters as the rules look back and ahead. */
const near = 60;

/** Whether the words at start..end (UTF-16 code units) name the country there. */
export function namesCountry(iso3: string, text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - near), start);
  const behind = text.slice(end, end + near);
  const name = text.slice(start, end);
  if (inState.test(behind)) return false;
  if (personal.test(name) && (beforePerson.test(before) || behindPerson.test(behind))) return false;
  if (iso3 === 'GEO' && /^Georgia$/iu.test(name)) return !beforeState.test(before) && !behindState.test(behind);
  if (iso3 === 'TUR' && /^Turkey$/iu.test(name)) return !/\b(?:roast|wild|smoked|Thanksgiving|[Cc]hickens?(?:,| and| or)|ducks?(?:,| and| or))\s+$/u.test(before) && !/^\s+(?:meat|breasts?|eggs?|feathers?|sandwich(?:es)?|poults?|hens?|bacon|legs?|vultures?|farmers? of poultry)\b/u.test(behind);
  if (iso3 === 'NER') return !/^\s+(?:State|Delta|River|Bend|seed)\b/u.test(behind);
  if (iso3 === 'JEY') return !/^\s+(?:cows?|cattle|fabric|Shore)\b/u.test(behind);
  if (iso3 === 'CHN' && /^China$/iu.test(name)) return !/^\s+(?:plates?|cups?|cabinet|clay)\b/u.test(behind);
  return true;
}

/** What follows an adjective when it speaks of the country itself, and not of a people or a language. */
const institution =
  /^\s+(?:(?:[Nn]ational|[Ff]ederal|[Cc]entral|[Ll]ocal|[Ll]abou?r|[Pp]ublic|[Ss]tate|[Ss]enior|[Tt]op|[Mm]ilitary|[Pp]enal|[Cc]riminal|[Cc]ivil) )?(?:[Gg]overnment|[Aa]uthorit(?:y|ies)|[Oo]fficials?|[Ll]aws?|[Ll]egislation|[Cc]onstitution|[Pp]arliament|[Cc]ongress|[Ss]enate|[Nn]ational [Aa]ssembly|[Mm]inist(?:ry|ries|er|ers)|[Pp]resident|[Pp]rime [Mm]inister|[Pp]olice|[Cc]ourts?|[Jj]udiciary|[Ee]mbassy|[Cc]odes?|[Ll]abou?r [Cc]ode|[Ii]nspect(?:ors?|orate)|[Ee]conomy|[Aa]rmy|[Aa]rmed [Ff]orces|[Cc]itizens?|[Nn]ationals|[Dd]elegation|[Dd]iplomats?|[Cc]urrency|[Cc]onstitutional|[Rr]epublic|[Ff]ederation|[Ss]tatistics|[Cc]ensus)\b/u;

/** Whether an adjective that ends at `end` speaks of the country: "the Kazakh government", not "a Kazakh song". */
export function speaksOfCountry(text: string, end: number): boolean {
  return institution.test(text.slice(end, end + near));
}
