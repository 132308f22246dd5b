/** Stands for what a token continues: a character begun by the token before, or a word. */
export const CONTINUES = '⋯'

/** Most bytes of a character that its neighbours may hold. */
const REACH = 3

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * The text of a token that is made of bytes (UTF-8), read together with the tokens beside it: a character that is split
 * over tokens stands at the first of them, the others have `CONTINUES`. Bytes that make no character are spelled out
 * (`\xe6`). `bytesAt(0)` are the token's own, `bytesAt(1)` those of the next one; undefined where a token is no bytes.
 */
export function joinedText(bytesAt: (offset: number) => readonly number[] | undefined): string {
  const own = bytesAt(0) ?? []
  // Only where it begins or ends with a part of a character the neighbours matter.
  const before = isPart(own[0]) ? reach(bytesAt, -1).toReversed() : []
  const bytes = [...before, ...own, ...(isPart(own.at(-1)) ? reach(bytesAt, 1) : [])]
  const start = before.length
  const end = start + own.length
  let text = ''
  for (let at = 0; at < end;) {
    const character = characterAt(bytes, at)
    const length = character?.length ?? 1
    if (at >= start) text += character?.text ?? escapeOf(bytes[at] ?? 0)
    else if (at + length > start) text += CONTINUES
    at += length
  }
  return text
}

function isPart(byte = 0): boolean {
  return byte >= 0x80
}

/** The bytes next to the token in one direction, nearest first. */
function reach(
  bytesAt: (offset: number) => readonly number[] | undefined,
  direction: 1 | -1,
): readonly number[] {
  const found: number[] = []
  for (let offset = direction; found.length < REACH; offset += direction) {
    const bytes = bytesAt(offset)
    if (bytes === undefined || bytes.length === 0) break
    found.push(...(direction === 1 ? bytes.slice(0, REACH) : bytes.slice(-REACH).toReversed()))
  }
  return found.slice(0, REACH)
}

interface Character {
  readonly text: string
  /** In bytes. */
  readonly length: number
}

function characterAt(bytes: readonly number[], at: number): Character | undefined {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return { text: String.fromCharCode(lead), length: 1 }
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  try {
    return { text: utf8.decode(Uint8Array.from(bytes.slice(at, at + length))), length }
  } catch {
    return undefined
  }
}

function escapeOf(byte: number): string {
  return `\\x${byte.toString(16).padStart(2, '0')}`
}
