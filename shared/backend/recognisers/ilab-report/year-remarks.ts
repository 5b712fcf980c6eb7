// What a sentence or a note says of an institution's year: started, resumed, ended, active, inactive, or that nothing could be found out.

import type { YearRemark } from '../../../core/recognition.ts';

type Remark = Pick<YearRemark, 'kind' | 'year'>;

const resumed = /\b(?:re-?established|re-?activated|re-?launched|re-?instated|resumed|renewed|revived)\b/iu;
const begun = String.raw`(?:established|created|launched|approved|adopted|formed|founded|introduced|signed|enacted|inaugurated|ratified|initiated|set up|began|started|came into (?:force|effect)|entered into force)`;
const over = String.raw`(?:ended|expired|concluded|dissolved|disbanded|abolished|discontinued|terminated|closed|phased out|ceased)`;
const started = new RegExp(String.raw`\b${begun}\b`, 'iu');
const ended = new RegExp(String.raw`\b(?:${over}|completed)\b`, 'iu');
/** The subject of these tables' sentences is the institution; it is left out or named by its kind. */
const itself = String.raw`(?:(?:this|the|these)\s+(?:\w+[\s-]){0,3}?(?:policy|policies|plan|program|programs|project|projects|strategy|agency|unit|committee|council|commission|body|mechanism|task force|working group|agreement|framework|campaign|initiative)|it)`;
const startedItself = new RegExp(String.raw`^(?:${begun}|newly ${begun})\b|^(?:in \w+,? )?${itself}\s+(?:was|were|has been)\s+(?:\w+ly\s+)?${begun}\b|^${itself}\s+(?:began|started|came into)\b`, 'iu');
const endedItself = new RegExp(String.raw`^(?:${over})\b|^(?:in \w+,? )?${itself}\s+(?:(?:was|were|has been|have been)\s+)?(?:\w+ly\s+)?(?:${over}|completed)\b`, 'iu');
const unknown = /\b(?:unable to determine|could not determine|not known whether|unknown whether|unclear whether|unable to (?:find|confirm)|did not find (?:any )?evidence)\b/iu;
const inactive = /\b(?:inactive|did not (?:meet|convene|operate|function|hold)|(?:was|were|has been|have been) not (?:active|operational|functional|implemented)|not (?:been )?(?:convened|operational)|has (?:not|yet to) (?:met|meet|convened|convene)|no (?:meetings?|activities) (?:was|were|took)|suspended)\b/iu;

const period = /\b(?:during|in|over|throughout)\s+the\s+reporting\s+(?:period|year)\b/iu;
const yearIn = /\b(?:in|since|on|by|of|until|through|during|from)\s+(?:(?:early|mid|late)[\s-]?)?(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+(?:\d{1,2},?\s+)?)?((?:19|20)\d\d)\b/iu;

function yearOf(text: string, reportYear: number | null): number | null {
  const printed = yearIn.exec(text)?.[1];
  return printed !== undefined ? Number(printed) : period.test(text) ? reportYear : null;
}

/** The remark of a note under the table, to which a sign beside the name points. */
export function remarkOfNote(note: string, reportYear: number | null): Remark {
  const year = yearOf(note, reportYear);
  const kind = /\bfunded by the government\b|\bgovernment[- ]funded\b/iu.test(note)
    ? 'government-funded'
    : /\bimpact\b.*\bstudied\b/iu.test(note)
      ? 'impact-unstudied'
      : /\bnot\b.*\b(?:integrated|included|incorporated)\b/iu.test(note)
        ? 'child-labor-missing'
        : /\bother (?:policies|social programs|programs)\b/iu.test(note)
          ? 'other'
          : resumed.test(note)
            ? 'resumed'
            : started.test(note)
              ? 'started'
              : ended.test(note)
                ? 'ended'
                : inactive.test(note)
                  ? 'inactive'
                  : /\bactive\b/iu.test(note)
                    ? 'active'
                    : 'other';
  return { kind, year: year ?? (kind === 'started' || kind === 'resumed' || kind === 'ended' ? reportYear : null) };
}

/** The remark of a sentence of the description; null when it speaks of no year and of no activity. */
export function remarkOfSentence(sentence: string, reportYear: number | null): Remark | null {
  const year = yearOf(sentence, reportYear);
  if (unknown.test(sentence)) return { kind: 'activity-unknown', year: year ?? reportYear };
  if (inactive.test(sentence) && (year !== null || /\bnot\b|\binactive\b/iu.test(sentence))) return { kind: 'inactive', year: year ?? reportYear };
  if (year === null) return null;
  if (endedItself.test(sentence)) return { kind: 'ended', year };
  if (startedItself.test(sentence)) return { kind: resumed.test(sentence) ? 'resumed' : 'started', year };
  // What was done in the report year shows that it was active; other years are its history.
  return year === reportYear ? { kind: 'active', year } : null;
}
