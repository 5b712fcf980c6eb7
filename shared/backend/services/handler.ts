// What the functions behind the contract look like: a query receives Read, a command receives Write, both a context.

import type { Contract, MethodName, Output, ParsedInput } from '../../rpc/contract.ts';
import type { Done } from '../store/store.ts';
import type { Read, Write } from '../store/write.ts';

/** Clock, ids and names come in, so that services stay functions of their input. */
export type Context = {
  now: () => string;
  newId: () => string;
  /** The analyst's name as set in the settings; '' when none. */
  author: string;
  /** English name of a country by its ISO 3166-1 alpha-3 code; null when there is no such country. */
  countryName: (iso3: string) => string | null;
};

export type Query<Name extends MethodName> = (read: Read, input: ParsedInput<Name>, context: Context) => Output<Name> | Promise<Output<Name>>;
export type Command<Name extends MethodName> = (write: Write, input: ParsedInput<Name>, context: Context) => Done<Output<Name>>;

export type Queries = { [Name in MethodName as Contract[Name]['kind'] extends 'query' ? Name : never]: Query<Name> };
export type Commands = { [Name in MethodName as Contract[Name]['kind'] extends 'command' ? Name : never]: Command<Name> };
export type Actions = {
  [Name in MethodName as Contract[Name]['kind'] extends 'action' ? Name : never]: (input: ParsedInput<Name>) => Output<Name> | Promise<Output<Name>>;
};
