// The dialogs of the project as a whole: new, open, rename, check.

import { useState } from 'react';
import { useCommand } from '../../backend/use-command.ts';
import { useOpenProject, useProject } from '../../backend/use-project.ts';
import { useQuery } from '../../backend/use-query.ts';
import { Button } from '../button.tsx';
import { Dialog, FormDialog } from '../dialog.tsx';
import { TextField } from '../fields.tsx';
import { ErrorNote, Waiting } from '../notes.tsx';
import { ProjectList } from './project-list.tsx';
import { closeSheet, useOpenSheet } from './sheets.ts';

export function ProjectDialogs() {
  const sheet = useOpenSheet();
  if (sheet === 'project.new') return <NewProject />;
  if (sheet === 'project.open') return <OpenProject />;
  if (sheet === 'project.rename') return <RenameProject />;
  if (sheet === 'project.check') return <CheckProject />;
  return null;
}

function NewProject() {
  const project = useOpenProject();
  const [name, setName] = useState('');
  const create = async () => {
    if (await project.create(name.trim())) closeSheet();
  };
  return (
    <FormDialog title="New project" isOpen onClose={closeSheet} verb="Create" isDisabled={!name.trim()} onSubmit={() => void create()}>
      <TextField label="Name" value={name} onChange={setName} autoFocus placeholder="Kazakhstan 2014–2021" />
    </FormDialog>
  );
}

function OpenProject() {
  const { openFile, createFile } = useOpenProject();
  const through = (open: () => Promise<boolean>) => () => void open().then((isOpen) => isOpen && closeSheet());
  return (
    <Dialog
      title="Open project"
      isOpen
      onClose={closeSheet}
      actions={
        <>
          {createFile && <Button onPress={through(createFile)}>New project file…</Button>}
          {openFile && <Button onPress={through(openFile)}>Open a project file…</Button>}
        </>
      }
    >
      <ProjectList onOpened={closeSheet} />
    </Dialog>
  );
}

function RenameProject() {
  const current = useProject().data?.name ?? '';
  const [name, setName] = useState(current);
  const rename = useCommand('projects.rename');
  const submit = async () => {
    const outcome = await rename.run({ name: name.trim() });
    if (outcome.ok) closeSheet();
  };
  return (
    <FormDialog title="Rename project" isOpen onClose={closeSheet} verb="Rename" isDisabled={!name.trim() || name === current} onSubmit={() => void submit()}>
      <TextField label="Name" value={name} onChange={setName} autoFocus />
    </FormDialog>
  );
}

function CheckProject() {
  const { data, errorSentence } = useQuery('projects.check', {}, { keepPrevious: false });
  return (
    <Dialog title="Check of the project" isOpen onClose={closeSheet} actions={<Button onPress={closeSheet}>Close</Button>}>
      {errorSentence && <ErrorNote>{errorSentence}</ErrorNote>}
      {!data && !errorSentence && <Waiting>Checking…</Waiting>}
      <ul className="checks">
        {data?.map((result) => (
          <li key={result.check}>
            <span className={result.ok ? 'change-new' : 'change-gone'} aria-hidden>
              {result.ok ? '✓' : '✗'}
            </span>
            <span>
              <strong>{result.check}</strong> {result.ok ? 'is in order.' : 'needs attention.'} <span className="faint">{result.detail}</span>
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
