/**
 * What the backend remembers: five verbs over bytes, so that any store fits. Keys are plain ASCII made by the
 * backend itself (ids from outside enter them only as a hash), at most 300 characters.
 *
 * A driver must make `putIfAbsent` atomic against every other process on the same store, and must resolve a write
 * only once it would survive the end of the process.
 */
export interface Storage {
  /** The value, or undefined when there is none or it has expired. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** Writes, whatever was there. Without `ttlSeconds` the value stays for ever. */
  put(key: string, value: Uint8Array, ttlSeconds?: number): Promise<void>;
  /** Writes only where nothing is (an expired value is nothing); tells whether it wrote. */
  putIfAbsent(key: string, value: Uint8Array, ttlSeconds?: number): Promise<boolean>;
  /** Removes; quiet when there is nothing. */
  delete(key: string): Promise<void>;
  /** Every live key that starts with `prefix`, in ascending order. */
  list(prefix: string): Promise<string[]>;
  /** Lets go of files and connections. */
  close?(): Promise<void>;
}

/** The npm package a driver stands on is not there. The message holds nothing of anybody's data. */
export class MissingDriverError extends Error {
  override readonly name = 'MissingDriverError';
}

/** A driver's own package, brought in when it is first needed. */
export async function imported<Module>(name: string, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    const reason = `The storage needs the npm package ${name}, which could not be loaded (npm install ${name})`;
    throw new MissingDriverError(reason, { cause: error });
  }
}
