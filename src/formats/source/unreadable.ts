import { TensorError } from '../../tensor/TensorError'

/** A whole file, or an array in it, that holds something else than numbers to draw, and what to do about it. */
export function unreadable(message: string, advice: string): TensorError {
  return new TensorError({ tag: 'unsupported', message, advice })
}

/** A file whose parts contradict one another or end too early, `byte` bytes after its start. */
export function damaged(message: string, byte?: number): TensorError {
  return new TensorError({
    tag: 'shape',
    message,
    advice: 'The file looks cut off or damaged: save, copy or download it again.',
    ...(byte === undefined ? {} : { place: { byte } }),
  })
}

/** A file without content. `byteCount` is its length. */
export function emptyFile(byteCount: number): TensorError {
  return new TensorError({
    tag: 'empty',
    message: byteCount === 0 ? 'The file is empty.' : 'The file holds nothing but white space.',
    advice: 'Open a file with a tensor in it.',
    place: { byte: byteCount },
  })
}
