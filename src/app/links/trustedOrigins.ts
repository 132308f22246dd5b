const KEY = 'simlens:origins'

/** Whether the reader lets a page of this origin open tensors without being asked. */
export function isTrusted(origin: string): boolean {
  return (origin === location.origin && origin !== 'null') || keptOrigins().includes(origin)
}

/** Keeps the reader's answer, where the browser lets the page keep anything. */
export function trust(origin: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([...new Set([...keptOrigins(), origin])]))
  } catch {
    // Then the reader is asked again.
  }
}

function keptOrigins(): readonly unknown[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept : []
  } catch {
    return []
  }
}
