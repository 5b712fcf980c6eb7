// Starts the screen: connects, then draws. It decides nothing else.

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { BackendProvider } from './backend/backend.tsx';
import { createCache } from './backend/cache.ts';
import { openChannel } from './backend/channels.ts';
import { connect } from './backend/connect.ts';
import { applyKnownTheme } from './backend/use-look.ts';
import { watchProgress } from './backend/use-progress.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/colours.css';
import './styles/forced-colours.css';

applyKnownTheme();
const connection = connect(openChannel);
const cache = createCache(connection);
watchProgress(connection);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <BackendProvider connection={connection} cache={cache}>
      <App />
    </BackendProvider>
  </StrictMode>,
);
