import { EventEmitter } from 'node:events';

/** Wraps an object so that whatever it lacks throws instead of being undefined. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key) {
      // Promises and printing look for these on anything.
      if (typeof key === 'symbol' || key in object || key === 'then' || key === 'toJSON') return Reflect.get(object, key);
      throw new Error(`electron double: ${name}.${key} is not there`);
    },
    set(object, key, value) {
      if (!(key in object)) throw new Error(`electron double: ${name}.${String(key)} is not there`);
      return Reflect.set(object, key, value);
    },
  });
}

/** An emitter that refuses listeners for events which the double never tells of. */
export class StrictEmitter extends EventEmitter {
  readonly title: string;
  readonly known: readonly string[];

  constructor(title: string, known: readonly string[]) {
    super();
    this.title = title;
    this.known = known;
  }

  override on(event: string, listener: (...values: never[]) => void): this {
    return super.on(this.checked(event), listener as (...values: unknown[]) => void); // emitters type their listeners loosely
  }

  override once(event: string, listener: (...values: never[]) => void): this {
    return super.once(this.checked(event), listener as (...values: unknown[]) => void); // as above
  }

  checked(event: string): string {
    if (!this.known.includes(event)) throw new Error(`electron double: ${this.title}.on('${event}') is not there`);
    return event;
  }
}

/** An event that can be held back. */
export interface Preventable {
  readonly preventDefault: () => void;
  readonly defaultPrevented: boolean;
}

/** Emits an event whose first value can be held back, and answers whether it was. */
export function emitPreventable(emitter: EventEmitter, name: string, details: object = {}, ...more: unknown[]): boolean {
  let isPrevented = false;
  const event = {
    ...details,
    preventDefault: () => {
      isPrevented = true;
    },
    get defaultPrevented() {
      return isPrevented;
    },
  };
  emitter.emit(name, event, ...more);
  return isPrevented;
}
