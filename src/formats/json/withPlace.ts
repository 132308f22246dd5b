import { isTensorError, TensorError, type Place } from '../../tensor/TensorError'
import { type ByteSource } from '../source/ByteSource'
import { byteOfPath } from './byteOfPath'
import { PathError } from './PathError'
import { placeOf } from '../source/placeOf'

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
