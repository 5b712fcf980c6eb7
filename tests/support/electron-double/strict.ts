// Makes what is not modelled throw: members of objects, events of emitters. A double that shrugs proves nothing.

import { EventEmitter } from 'node:events';

export function notModelled(what: string): never {
  throw new Error(`electron double: ${what} is not modelled`);
}

/** Reading a member that the object does not have throws. */
export function strict<Value extends object>(name: string, value: Value): Value {
  return new Proxy(value, {
    get(target, key, receiver): unknown {
      // Asked of every value by await and by printing.
      if (typeof key === 'symbol' || key === 'then' || key === 'toJSON' || key in target) return Reflect.get(target, key, receiver);
      return notModelled(`${name}.${key}`);
    },
  });
}

type Listener = Parameters<EventEmitter['on']>[1];

/** Listening for an event that is never emitted throws. */
export class ModelledEmitter extends EventEmitter {
  private readonly modelled: { name: string; events: readonly string[] };

  constructor(name: string, events: readonly string[]) {
    super();
    this.modelled = { name, events };
  }

  override on(event: string, listener: Listener): this {
    return super.on(this.known(event), listener);
  }

  override once(event: string, listener: Listener): this {
    return super.once(this.known(event), listener);
  }

  private known(event: string): string {
    return this.modelled.events.includes(event) ? event : notModelled(`${this.modelled.name}'s event '${event}'`);
  }
}

/** An event whose default can be prevented, as Electron hands it to listeners. */
export type PreventableEvent<Details extends object = object> = Details & { defaultPrevented: boolean; preventDefault: () => void };

export function preventable<Details extends object>(details: Details): PreventableEvent<Details> {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  return event;
}
