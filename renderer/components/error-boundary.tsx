// Catches a fault while a view is drawn, so that the rest of the screen stays usable.

import { Component, type ReactNode } from 'react';
import { sentenceOf } from '../backend/error-sentence.ts';
import { ErrorNote } from './notes.tsx';

export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }

  override render() {
    if (!this.state.error) return this.props.children;
    return <ErrorNote onRetry={() => this.setState({ error: null })}>{sentenceOf(this.state.error)}</ErrorNote>;
  }
}
