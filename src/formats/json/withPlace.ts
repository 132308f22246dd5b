import { isTensorError, TensorError, type Place } from '../../tensor/TensorError'
import { type ByteSource } from '../source/ByteSource'
import { placeOf } from '../source/placeOf'
import { PathError, PathWatch, type JsonPath } from './JsonPath'
import { JsonScanner } from './JsonScanner'

/**
 * Returns the error with the line, column and excerpt of its byte or path, for which it reads the source again. Returns
 * the error unchanged if it has neither, or if the source cannot be read again.
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
 * Returns the byte at which the value of a path starts, by scanning a well-formed document up to it. If there is no
 * such value, returns the byte of the innermost array or object on the path.
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
