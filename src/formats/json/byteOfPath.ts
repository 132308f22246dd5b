import { type ByteSource } from '../source/ByteSource'
import { type JsonPath } from './JsonPath'
import { JsonScanner } from './JsonScanner'
import { PathWatch } from './PathWatch'

/**
 * Scans a well-formed document again, up to the value of a path, for the byte it starts at; where there
 * is no such value, the byte of the innermost array or object on the way to it.
 */
export async function byteOfPath(source: ByteSource, path: JsonPath): Promise<number> {
  const watch = new PathWatch(path)
  const scanner = new JsonScanner(watch)
  for await (const chunk of source.stream()) {
    scanner.push(chunk)
    if (watch.isFound) return watch.byte
  }
  scanner.finish()
  return watch.byte
}
