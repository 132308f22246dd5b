import { cutText } from '../../text/cutText'
import { listedSome } from '../../text/listed'
import { type JsonNode } from '../json/JsonNode'

/** Most arrays, objects, texts and other values in all unknown keys of a file. They go from thread to thread one by one. */
const MOST_PARTS = 1 << 17

/** How many numbers of a row count as one part. */
const ROW_PART = 16

/** The unknown keys of a document that are kept, and those that hold too much for it. */
export class ExtraKeys {
  readonly #leftOut = new Set<string>()
  #partCount = 0

  /** Returns true if the value of a key is kept, after those before it. */
  isKept(key: string, node: JsonNode): boolean {
    const partCount = this.#partCount + partCountOf(node, MOST_PARTS - this.#partCount)
    if (partCount > MOST_PARTS) this.#leftOut.add(key)
    else this.#partCount = partCount
    return partCount <= MOST_PARTS
  }

  /** Sentences about the keys that are not kept. */
  notices(): readonly string[] {
    if (this.#leftOut.size === 0) return []
    const names = listedSome(Array.from(this.#leftOut, (key) => `“${cutText(key, 60)}”`))
    return [`Unknown keys that hold very much are not kept: ${names}.`]
  }
}

/** Returns the number of parts in a value, counted up to one that is above `most`. */
function partCountOf(node: JsonNode, most: number): number {
  let count = 0
  const ahead: JsonNode[] = [node]
  for (let next = ahead.pop(); next !== undefined && count <= most; next = ahead.pop()) {
    count++
    if (typeof next !== 'object' || next === null) continue
    if (next.kind === 'row') count += Math.floor(next.length / ROW_PART)
    else if (next.kind === 'array') for (const item of next.items) ahead.push(item)
    else for (const [, value] of next.entries) ahead.push(value)
  }
  return count
}
