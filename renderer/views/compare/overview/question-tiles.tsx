// The questions a comparison must answer, one tile each: a figure, what it counts, the lines that tell most. Each leads to its place.

import type { CountryActions } from '../../../../shared/core/actions/country-actions.ts';
import { useQuery } from '../../../backend/use-query.ts';
import { Link } from '../../../components/link.tsx';
import { actionsAnswer, betweenAnswer, claimsAnswer, contradictionsAnswer, gapsAnswer, goneAnswer, goodsAnswer, institutionsAnswer, lawAnswer, openActionsAnswer } from './list-answers.ts';
import { childrenAnswer, doubtAnswer, enforcementAnswer, type Go, levelAnswer } from './matrix-answers.ts';
import type { Span, TileAnswer } from './tile-words.ts';
import './overview.css';

export function QuestionTiles({ country, span, go }: { country: string; /** The years asked about. */ span: Span; go: Go }) {
  const asked = { keepPrevious: false } as const;
  const matrix = useQuery('observations.matrix', { country }, asked);
  const actions = useQuery('suggestedActions.ledger', { country }, asked);
  const law = useQuery('law.ofCountry', { country }, asked);
  const goods = useQuery('goods.ofCountry', { country }, asked);
  const institutions = useQuery('institutions.ofCountry', { country }, asked);
  const sources = useQuery('sources.ofCountry', { country }, asked);
  const queue = useQuery('contradictions.ofCountry', { country }, asked);
  const gone = useQuery('sources.gone', { country }, asked);
  const ledger: Asked<CountryActions> = actions;
  return (
    <ul className="overview-tiles">
      <Tile title="Level" query={matrix} answer={(data) => levelAnswer(data, span)} />
      <Tile title="Suggested actions" query={ledger} answer={(data) => actionsAnswer(data, span, go)} />
      <Tile title="Open actions" query={ledger} answer={(data) => openActionsAnswer(data, go)} />
      <Tile title="Law and ratifications" query={law} answer={(data) => lawAnswer(data, span, go)} />
      <Tile title="Gaps in the law" query={law} answer={(data) => gapsAnswer(data, span, go)} />
      <Tile title="Enforcement" query={matrix} answer={(data) => enforcementAnswer(data, span, go)} />
      <Tile title="Restated and Unknown" query={matrix} answer={(data) => doubtAnswer(data, span, go)} />
      <Tile title="Children at work" query={matrix} answer={(data) => childrenAnswer(data, span, go)} />
      <Tile title="Goods and activities" query={goods} answer={(data) => goodsAnswer(data, span, go)} />
      <Tile title="Institutions" query={institutions} answer={(data) => institutionsAnswer(data, span, go)} />
      <Tile title="Claims and their sources" query={sources} answer={(data) => claimsAnswer(data, span, go)} />
      <Tile title="Contradictions" query={queue} answer={(data) => contradictionsAnswer(data, go)} />
      <Tile title="Between the editions" query={sources} answer={(data) => betweenAnswer(data, span, go)} />
      <Tile title="No longer said" query={gone} answer={(data) => goneAnswer(data, span, go)} />
    </ul>
  );
}

type Asked<Data> = { data: Data | undefined; errorSentence: string | null | undefined };

function Tile<Data>({ title, query, answer }: { title: string; query: Asked<Data>; answer: (data: Data) => TileAnswer }) {
  const said = query.data === undefined ? null : answer(query.data);
  return (
    <li className="overview-tile" aria-busy={said === null && !query.errorSentence}>
      <h3>{said?.all ? <Link to={said.all}>{title}</Link> : title}</h3>
      {query.errorSentence && <p>{query.errorSentence}</p>}
      {said && <p className="figures">{said.figure !== null && said.figure !== 0 && <strong className="overview-figure">{said.figure}</strong>} {said.says}</p>}
      {said && said.lines.length > 0 && (
        <ul className="overview-lines">
          {said.lines.map((line) => <li key={line.to + line.text}><Link to={line.to}>{line.text}</Link></li>)}
        </ul>
      )}
    </li>
  );
}
