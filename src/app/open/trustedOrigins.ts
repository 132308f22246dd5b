import { readStored, writeStored } from '../base/storage'

const NAME = 'origins'

/** Whether the reader lets a page of this origin open tensors without being asked. */
export function isTrusted(origin: string): boolean {
  return (origin === location.origin && origin !== 'null') || keptOrigins().includes(origin)
}

/** Keeps the reader's answer; where the browser does not let the page, the reader is asked again. */
export function trust(origin: string): void {
  writeStored(NAME, [...new Set([...keptOrigins(), origin])])
}

function keptOrigins(): readonly unknown[] {
  const kept = readStored(NAME)
  return Array.isArray(kept) ? kept : []
}
