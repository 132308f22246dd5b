import { TensorError } from '../../tensor/TensorError'

/** A whole file that holds something else than numbers that can be drawn, and what to do about it. */
export function unreadable(message: string, advice: string, byte?: number): TensorError {
  return new TensorError({
    tag: 'unsupported',
    message,
    advice,
    ...(byte === undefined ? {} : { place: { byte } }),
  })
}
