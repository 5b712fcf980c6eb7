// Asking the application from a component: the answer, kept fresh by the changes it announces.

import { keepPreviousData, useQuery as useCachedQuery } from '@tanstack/react-query';
import type { Input, MethodName, Output } from '../../shared/rpc/contract.ts';
import { useConnection } from './backend.tsx';
import { sentenceOf } from './error-sentence.ts';

export type QueryOptions = {
  /** False: do not ask yet. */
  enabled?: boolean;
  /** False: show nothing rather than the previous answer while another input's answer is on its way. */
  keepPrevious?: boolean;
};

export type Answer<Value> = {
  /** Undefined until the first answer. */
  data: Value | undefined;
  /** True while `data` still belongs to the previous input. */
  isPrevious: boolean;
  /** True until the first answer or error. */
  isLoading: boolean;
  /** The error, and the sentence to show for it; null when there is none. */
  error: Error | null;
  errorSentence: string | null;
  refetch: () => void;
};

/** Asks a query (or a reading action, such as projects.current) and asks again when a table it reads has changed. */
export function useQuery<Name extends MethodName>(method: Name, input: Input<Name>, options: QueryOptions = {}): Answer<Output<Name>> {
  const connection = useConnection();
  const result = useCachedQuery({
    queryKey: [method, input],
    queryFn: () => connection.call(method, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === false ? {} : { placeholderData: keepPreviousData }),
  });
  return {
    data: result.data,
    isPrevious: result.isPlaceholderData,
    isLoading: result.isPending && result.fetchStatus !== 'idle',
    error: result.error,
    errorSentence: result.error ? sentenceOf(result.error) : null,
    refetch: () => void result.refetch(),
  };
}
