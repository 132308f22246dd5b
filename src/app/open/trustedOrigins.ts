import { readStored, writeStored } from '../base/readStored'

const NAME = 'origins'

/** Returns true if pages of this origin may open tensors without a question to the reader. */
export function isTrusted(origin: string): boolean {
  return (origin === location.origin && origin !== 'null') || keptOrigins().includes(origin)
}

/** Stores that the reader trusts an origin. If the page may not use the storage, the reader is asked again. */
export function trust(origin: string): void {
  writeStored(NAME, [...new Set([...keptOrigins(), origin])])
}

function keptOrigins(): readonly unknown[] {
  const kept = readStored(NAME)
  return Array.isArray(kept) ? kept : []
}
