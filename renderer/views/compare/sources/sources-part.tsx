// The sources of a country in four sections: beside one another by topic, where they contradict, what is no longer said, what claims rest on.

import { useQuery } from '../../../backend/use-query.ts';
import { ErrorNote, Waiting } from '../../../components/notes.tsx';
import { link, navigate } from '../../../routes.ts';
import type { CountryPartProps } from '../country-part.ts';
import { ClaimsSection } from './claims-section.tsx';
import { ContradictionsSection } from './contradictions-section.tsx';
import { GoneSection } from './gone-section.tsx';
import { readSection, SectionButtons } from './section-buttons.tsx';
import { TopicsSection } from './topics-section.tsx';
import './sources.css';

export function SourcesPart({ country, countryName, documentIds, section, row, saved }: CountryPartProps) {
  const sources = useQuery('sources.ofCountry', { country }, { keepPrevious: false });
  const shown = readSection(section);
  const address = (change: { section?: string; row?: string | null }) => link.compare({ country, documentIds, saved, part: 'sources', section: change.section ?? shown, row: change.row ?? null });
  const onRow = (next: string | null) => navigate(address({ row: next }), { replace: true });
  if (sources.errorSentence) return <ErrorNote onRetry={sources.refetch}>{sources.errorSentence}</ErrorNote>;
  if (!sources.data) return <Waiting />;
  const common = { country, countryName, row, onRow, buttons: <SectionButtons shown={shown} onSection={(next) => navigate(address({ section: next }))} /> };
  if (shown === 'contradictions') return <ContradictionsSection {...common} />;
  if (shown === 'gone') return <GoneSection {...common} />;
  if (shown === 'claims') return <ClaimsSection {...common} sources={sources.data} />;
  return <TopicsSection {...common} sources={sources.data} />;
}
