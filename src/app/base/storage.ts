const PREFIX = 'simlens:'

/**
 * Returns the value that the browser keeps under a name; undefined where there is none, where it is no JSON, and where
 * the page may not keep anything, as in a sandboxed frame.
 */
export function readStored(name: string): unknown {
  try {
    const text = localStorage.getItem(PREFIX + name)
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Keeps a value of JSON under a name until it is cleared; where the page may not, it is gone when the page is closed. */
export function writeStored(name: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value))
  } catch {
    // There is no storage, or it is full: nothing depends on it.
  }
}
