// The language of a text by its script, its most frequent small words, the letters and the word endings that only it has. Short
// texts count too when they say enough. It answers null rather than guess: a wrong language breaks search and sentences, none does not.

/** Letters of one script, and the languages that can be told apart by letters only they have. */
const scripts: { letters: RegExp; language: string; telling?: [RegExp, string][] }[] = [
  { letters: /[\u3040-\u30ff]/g, language: 'ja' },
  { letters: /[\uac00-\ud7af]/g, language: 'ko' },
  { letters: /[\u3400-\u9fff]/g, language: 'zh' },
  { letters: /[\u0600-\u06ff]/g, language: 'ar', telling: [[/[ٹڈڑںے]/g, 'ur'], [/[ټډړښځڅ]/g, 'ps'], [/[پچژگ]/g, 'fa']] },
  { letters: /[\u0400-\u04ff]/g, language: 'ru', telling: [[/[әғқңөұүһ]/gi, 'kk'], [/[ѓќѕ]/gi, 'mk'], [/[ђћџј]/gi, 'sr'], [/ў/gi, 'be'], [/[їєґ]/gi, 'uk'], [/[ҷӣӯ]/gi, 'tg']] },
  { letters: /[\u0900-\u097f]/g, language: 'hi' },
  { letters: /[\u0980-\u09ff]/g, language: 'bn' },
  { letters: /[\u0e00-\u0e7f]/g, language: 'th' },
  { letters: /[\u0370-\u03ff]/g, language: 'el' },
  { letters: /[\u0590-\u05ff]/g, language: 'he' },
  { letters: /[\u10a0-\u10ff]/g, language: 'ka' },
  { letters: /[\u0530-\u058f]/g, language: 'hy' },
  { letters: /[\u1200-\u137f]/g, language: 'am' },
  { letters: /[\u1780-\u17ff]/g, language: 'km' },
  { letters: /[\u1000-\u109f]/g, language: 'my' },
  { letters: /[\u0e80-\u0eff]/g, language: 'lo' },
  { letters: /[\u0b80-\u0bff]/g, language: 'ta' },
  { letters: /[\u0d80-\u0dff]/g, language: 'si' },
];

/** The words that make up a quarter to a third of any running text in their language. */
const smallWords: Record<string, string> = {
  en: 'the of and to in is that for it was on are as with be by this have from or not at which were has their been an will its but they',
  fr: 'le la les de des du et en un une est que qui dans pour sur par au aux pas ne ce cette il elle ont sont avec plus se ou leur été',
  es: 'el la los las de del y en un una es que por para con no se su sus al lo como más o pero han fue son este esta entre ha',
  pt: 'o os as de da do das dos e em um uma é que por para com não se na no nas nos ao à mais como foi são sua seu pelo pela entre',
  de: 'der die das und in den von zu mit ist des im für auf ein eine nicht dem sich auch als es an werden aus er hat dass sind wird bei wurde wurden diese dieser nur noch oder wie bis vor über',
  it: 'il lo la i gli le di del della e in un una è che per con non si da dei delle al nel sono anche più come alla o ha questo',
  nl: 'de het een en van in is dat op te zijn voor met die niet aan er om ook als door bij naar maar uit worden werd deze heeft',
  pl: 'i w na z do nie się że jest o za od po jak dla przez oraz który która są to być co tym było lub ale jego przy',
  tr: 've bir bu için ile da de olarak olan çok daha gibi en ne var ya kadar sonra ki her veya göre değil ancak tarafından olduğu',
  id: 'yang dan di dari untuk dengan pada ini itu dalam tidak adalah akan oleh ke anak juga telah sebagai atau lebih karena dapat ada mereka',
  vi: 'và của là các có trong được cho một những không với để này đã người từ về khi tại đến như cũng trẻ em ra năm ở',
  sw: 'na ya wa kwa ni katika za la kuwa cha ili kama hii hiyo watoto au pia yake wao bila kutoka hadi lakini zaidi baada kazi huu',
  ro: 'și de la în a nu cu pe din care un o este pentru că mai sunt au fi sau prin ca dar după al ale fost acest',
  uz: 'va bilan uchun bu ham bir boʻyicha uning hamda boʻlgan tomonidan yoki bilan edi kerak esa har emas ushbu',
};

/** Letters and word parts that hardly any other of these languages writes; each word that has one counts for it. */
const telling: Record<string, RegExp> = {
  en: /^(?:[a-z]+(?:ness|ship|ing|ough|ght|wh)|wh[a-z]+|th[a-z]+|know[a-z]*|[a-z]+['’]s)$/u,
  fr: /œ|ç[aou]|^[dlnscj]['’]|^qu['’]|(?:eaux|aient|eux|ière|ième|ité|tés|ées)$|[àêùî]/u,
  es: /ñ|(?:ción|ciones|dad|miento|mente|dores|ía|ías|aron|ieron)$/u,
  pt: /ã|õ|(?:ção|ções|dade|agem|lho|lha|nho|nha|aram)$|ê/u,
  de: /ß|ä|(?:ung|ungen|keit|heit|schaft|lich|isch)$|^(?:ge[a-z]+t|sch[a-z]+)$/u,
  it: /(?:zione|zioni|ità|gli|mente|zza|ello|ella|ato|ati)$|cch|zz/u,
  nl: /ij|(?:heid|lijk|lijke|ingen|aar)$|oo|uu|^ge[a-z]+d$/u,
  pl: /[łążśęźń]|(?:ów|ach|ego|ych|cji)$|sz|cz|rz/u,
  tr: /[ığş]|(?:lar|ler|lık|lik|dır|dir|ması|mesi|nın|nin)$/u,
  id: /^(?:meng|mem|men|ber|pem|pen|ter|di)[a-z]{4,}$|(?:kan|nya)$/u,
  vi: /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/u,
  sw: /^(?:wa|ku|ki|vi|ma|m)[a-z]{4,}(?:a|i|o)$|^(?:wa|ku)[a-z]+ish[a-z]+$/u,
  ro: /[țșăţş]|(?:ului|elor|ilor|ția|ții|ează)$/u,
  uz: /[oʻgʻ]ʻ|(?:lar|ning|dan|larni|lari|lik|ish)$/u,
};

const sampleLength = 20_000;
/** Below these the small words of one language are a matter of chance. */
const fewestLetters = 20;
const fewestWords = 4;
/** How much of what can be known speaks for the language, and by how much it leads; a short text must be clearer. */
const leastScore = 0.1;
const leastEvidence = 2.2;
const clearLead = 1.25;

/** A BCP 47 primary tag such as "en", or null when the text is too short or too mixed to tell. */
export function languageOf(text: string): string | null {
  // Front pages hold names and addresses; the middle shows how the text is written.
  const sample = text.length <= sampleLength * 2 ? text : text.slice(0, sampleLength) + text.slice(text.length / 2, text.length / 2 + sampleLength);
  const letters = count(sample, /\p{L}/gu);
  const shares = scripts.map((script) => ({ script, share: count(sample, script.letters) / Math.max(1, letters) }));
  const kana = shares[0]?.share ?? 0;
  // Japanese is mostly written in Chinese characters, but never without kana.
  if (letters >= 4 && kana > 0.05 && kana + (shares[2]?.share ?? 0) > 0.5) return 'ja';
  const main = shares.find(({ share }) => share > 0.5)?.script;
  // A script of one language says it with a few letters; one of several needs words.
  if (main && letters < (main.telling ? fewestLetters : 6)) return null;
  if (main) return (main.telling ?? []).find(([own]) => count(sample, own) > letters / 200)?.[1] ?? main.language;
  return letters < fewestLetters ? null : latinLanguage(sample);
}

function latinLanguage(sample: string): string | null {
  const words = (sample.match(/[\p{Script=Latin}\p{M}ʻ’']+/gu) ?? []).map((word) => word.toLowerCase());
  if (words.length < fewestWords) return null;
  const scores = languages.map(({ language, small, own }) => ({ language, score: words.reduce((sum, word) => sum + (small.has(word) ? (weights.get(word) ?? 1) : own?.test(word) ? 0.5 : 0), 0) }));
  scores.sort((one, other) => other.score - one.score);
  const [best, second] = scores;
  if (!best || best.score < leastEvidence || best.score < words.length * leastScore) return null;
  // The fewer words, the clearer they must be.
  const lead = words.length < 12 ? 1.5 : clearLead;
  return best.score >= (second?.score ?? 0) * lead ? best.language : null;
}

const languages = Object.entries(smallWords).map(([language, words]) => ({ language, small: new Set(words.split(' ')), own: telling[language] }));
/** A word of one language alone says more than one that three have. */
const weights = new Map(languages.flatMap(({ small }) => [...small]).map((word) => [word, 1 / languages.filter(({ small }) => small.has(word)).length ** 0.5]));

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
