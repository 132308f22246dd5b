import { TensorError } from '../../tensor/TensorError'

/** A file whose parts contradict one another or end too early. */
export function damagedFile(message: string, byte?: number): TensorError {
  return new TensorError({
    tag: 'shape',
    message,
    advice: 'The file looks cut off or damaged: save, copy or download it again.',
    ...(byte === undefined ? {} : { place: { byte } }),
  })
}
