// Gives every component the one connection to the application, and its state. It renders nothing of its own.

import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { Connection, ConnectionState } from './connect.ts';

const ConnectionContext = createContext<Connection | null>(null);

export function BackendProvider({ connection, cache, children }: { connection: Connection; cache: QueryClient; children: ReactNode }) {
  return (
    <ConnectionContext value={connection}>
      <QueryClientProvider client={cache}>{children}</QueryClientProvider>
    </ConnectionContext>
  );
}

/** The connection itself: for calls that are neither shown (useQuery) nor a step of the analyst (useCommand). */
export function useConnection(): Connection {
  const connection = useContext(ConnectionContext);
  if (!connection) throw new Error('BackendProvider is missing');
  return connection;
}

export function useConnectionState(): ConnectionState {
  const connection = useConnection();
  return useSyncExternalStore(connection.onState, connection.state);
}
