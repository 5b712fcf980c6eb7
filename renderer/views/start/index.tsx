// What is shown when no project is open: the sample in one press, a new project, and the projects of this machine.

import { useState } from 'react';
import { useOpenProject } from '../../backend/use-project.ts';
import { useQuery } from '../../backend/use-query.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/fields.tsx';
import { ProjectList } from '../../components/shell/project-list.tsx';
import './start.css';

export function StartView() {
  const project = useOpenProject();
  const listings = useQuery('projects.list', {}).data;
  const [name, setName] = useState('');
  const [isOpening, setOpening] = useState(false);

  const create = async () => {
    if (name.trim()) await project.create(name.trim());
  };
  const openSample = async () => {
    setOpening(true);
    await project.openSample();
    setOpening(false);
  };
  return (
    <div className="start">
      <div className="start-page">
        <header>
          <h1>Annals</h1>
          <p className="start-lead">Read countries through their yearly reports: import, annotate, compare the editions, and write briefs that lead back to the page. Everything stays on this machine.</p>
        </header>

        <section aria-labelledby="start-sample">
          <h2 id="start-sample">Look around first</h2>
          <p>The sample project holds short documents about one country over three years, with passages, findings and a brief.</p>
          <Button kind="primary" isDisabled={isOpening} onPress={() => void openSample()}>
            {isOpening ? 'Opening the sample project…' : 'Open the sample project'}
          </Button>
        </section>

        <section aria-labelledby="start-new">
          <h2 id="start-new">Start a project</h2>
          <form
            className="start-new"
            onSubmit={(event) => {
              event.preventDefault();
              void create();
            }}
          >
            <TextField label="Name of the new project" hideLabel value={name} onChange={setName} placeholder="Name, such as Kazakhstan 2014–2021" />
            <Button type="submit" isDisabled={!name.trim()}>
              Create
            </Button>
          </form>
          {(project.openFile ?? project.createFile) && (
            <div className="start-files">
              {project.openFile && <Button onPress={() => void project.openFile?.()}>Open a project file…</Button>}
              {project.createFile && <Button onPress={() => void project.createFile?.()}>New project at a place of your choice…</Button>}
            </div>
          )}
        </section>

        {listings && listings.length > 0 && (
          <section aria-labelledby="start-recent">
            <h2 id="start-recent">Recent projects</h2>
            <ProjectList />
          </section>
        )}
      </div>
    </div>
  );
}
