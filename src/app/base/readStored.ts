const PREFIX = 'simlens:'

/**
 * Returns the value that the browser stores under a name. Undefined if there is none, if it is not JSON, or if the page
 * may not use the storage, as in a sandboxed frame.
 */
export function readStored(name: string): unknown {
  try {
    const text = localStorage.getItem(PREFIX + name)
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Stores a JSON value under a name until the storage is cleared. Does nothing if the page may not use the storage. */
export function writeStored(name: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value))
  } catch {
    // The storage is missing or full; the page works without it.
  }
}
