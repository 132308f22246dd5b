import { TensorError } from '../../tensor/TensorError'

/**
 * Returns the error for a file, or an array in it, that holds something other than numbers to draw. `advice` states
 * what to do.
 */
export function unreadable(message: string, advice: string): TensorError {
  return new TensorError({ tag: 'unsupported', message, advice })
}

/**
 * Returns the error for a file whose parts contradict each other or that ends too early. `byte` is the offset of the
 * problem.
 */
export function damaged(message: string, byte?: number): TensorError {
  return new TensorError({
    tag: 'shape',
    message,
    advice: 'The file looks cut off or damaged: save, copy or download it again.',
    ...(byte === undefined ? {} : { place: { byte } }),
  })
}

/** Returns the error for a file without content. `byteCount` is its length. */
export function emptyFile(byteCount: number): TensorError {
  return new TensorError({
    tag: 'empty',
    message: byteCount === 0 ? 'The file is empty.' : 'The file holds nothing but white space.',
    advice: 'Open a file with a tensor in it.',
    place: { byte: byteCount },
  })
}
