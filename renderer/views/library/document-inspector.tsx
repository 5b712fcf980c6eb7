// What is known of the selected document, and the fields that correct it; for several documents the fields correct all of them.

import { BookOpen, Trash2 } from 'lucide-react';
import type { DocumentSummary } from '../../../shared/core/library.ts';
import type { TagWithCount } from '../../../shared/core/tag.ts';
import { Button } from '../../components/button.tsx';
import { dateAndTime, fileSize } from '../../components/dates.ts';
import { formatNames } from '../../components/document-words.ts';
import { FileHistory } from '../../components/versions/file-history.tsx';
import { DocumentVersions } from '../../components/document-versions.tsx';
import { Link } from '../../components/link.tsx';
import { Badge, TagChip } from '../../components/marks.tsx';
import { PanelHead, PanelSection } from '../../components/panels.tsx';
import { PicturesSection, RecogniseSeveral } from '../../components/pictures-section.tsx';
import { link, navigate } from '../../routes.ts';
import { CorrectionFields } from '../../components/correction-fields.tsx';

type DocumentInspectorProps = {
  documents: readonly DocumentSummary[];
  tags: readonly TagWithCount[];
  onOpen: (document: DocumentSummary) => void;
  onRemove: (documents: readonly DocumentSummary[]) => void;
};

/** More columns than nine cannot be compared. */
const mostCompared = 9;

export function DocumentInspector({ documents, tags, onOpen, onRemove }: DocumentInspectorProps) {
  const [only] = documents;
  if (!only) {
    return (
      <>
        <PanelHead title="Nothing selected" />
        <PanelSection>
          <p className="faint">Select a document to see what is known of it, and to correct it.</p>
        </PanelSection>
      </>
    );
  }
  const isOne = documents.length === 1;
  return (
    <>
      <PanelHead title={isOne ? 'Document' : `${documents.length.toLocaleString('en')} documents`}>
        {isOne && (
          <Button kind="quiet" icon={BookOpen} onPress={() => onOpen(only)}>
            Open
          </Button>
        )}
        {!isOne && documents.length <= mostCompared && (
          <Button kind="quiet" onPress={() => navigate(link.compare({ documentIds: documents.map((document) => document.id) }))}>
            Compare
          </Button>
        )}
      </PanelHead>
      <PanelSection>
        <CorrectionFields key={documents.map((document) => document.id).join(' ')} documents={documents} />
      </PanelSection>
      {isOne && <PicturesSection documentId={only.id} />}
      {isOne && <DocumentVersions documentId={only.id} />}
      {isOne && <FileHistory document={only} />}
      {isOne && <Facts document={only} tags={tags} />}
      <PanelSection>
        <div>
          {!isOne && documents.some(({ format, warnings }) => format === 'pdf' && warnings > 0) && <RecogniseSeveral documentIds={documents.map(({ id }) => id)} />}
          <Button icon={Trash2} onPress={() => onRemove(documents)}>
            {isOne ? 'Remove document' : `Remove ${documents.length.toLocaleString('en')} documents`}
          </Button>
        </div>
      </PanelSection>
    </>
  );
}

function Facts({ document, tags }: { document: DocumentSummary; tags: readonly TagWithCount[] }) {
  const own = tags.filter((tag) => document.tagIds.includes(tag.id));
  return (
    <>
      {own.length > 0 && (
        <PanelSection title="Tags">
          <div className="library-tag-list">
            {own.map((tag) => (
              <TagChip key={tag.id} name={tag.name} colour={tag.colour} onPress={() => navigate(link.codebook(tag.id))} />
            ))}
          </div>
        </PanelSection>
      )}
      <PanelSection title="File">
        <dl className="facts">
          {document.classification && (
            <Fact label="Marking">
              <Badge>{document.classification}</Badge>
            </Fact>
          )}
          {document.identifier && (
            <Fact label="Identifier">
              <code>{document.identifier}</code>
            </Fact>
          )}
          <Fact label="File">{document.fileName}</Fact>
          <Fact label="Format">
            {formatNames[document.format] ?? document.format}, {fileSize(document.size)}
          </Fact>
          <Fact label="Length">
            {document.pages > 0 && `${document.pages.toLocaleString('en')} ${document.pages === 1 ? 'page' : 'pages'}, `}
            {document.characters.toLocaleString('en')} characters
          </Fact>
          <Fact label="Passages">{document.annotations.toLocaleString('en')} annotated</Fact>
          {document.warnings > 0 && (
            <Fact label="Warnings">
              <Badge tone="reworded">! {document.warnings}</Badge> at import; <Link to={link.imports(['warnings'])}>the ledger names them</Link>
            </Fact>
          )}
          <Fact label="Imported">{dateAndTime(document.importedAt)}</Fact>
        </dl>
      </PanelSection>
    </>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
