import { isTensorError, TensorError, type Place } from '../../tensor/TensorError'
import { type ByteSource } from '../source/ByteSource'
import { placeOf } from '../source/placeOf'
import { PathError, PathWatch, type JsonPath } from './JsonPath'
import { JsonScanner } from './JsonScanner'

/**
 * The error with line, column and excerpt of its byte or path, for which the source is read once more;
 * as it is where it has neither, or where the source cannot be read a second time.
 */
export async function withPlace(error: unknown, source: ByteSource): Promise<unknown> {
  if (!isTensorError(error)) return error
  try {
    const place = await placeOfError(error, source)
    if (place === undefined) return error
    return new TensorError({ ...error.problem, place }, { cause: error })
  } catch {
    return error
  }
}

async function placeOfError(error: TensorError, source: ByteSource): Promise<Place | undefined> {
  const { place } = error.problem
  if (error instanceof PathError) {
    return { ...place, ...(await placeOf(source, await byteOfPath(source, error.path))) }
  }
  return place?.byte === undefined
    ? undefined
    : { ...place, ...(await placeOf(source, place.byte)) }
}

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
