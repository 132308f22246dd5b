import { type LoadedFile } from '../../worker/JobTypes'

/** Returns a sentence if a file that the reader opened is a figure that carried its tensor. */
export function restoredNotices(
  { tensors }: LoadedFile,
  fileName: string,
  origin: string | undefined,
): readonly string[] {
  if (origin !== undefined || tensors.every(({ carriedView }) => carriedView === undefined))
    return []
  const carrier = /\.html?$/iu.test(fileName) ? 'page' : 'picture'
  return [`Restored from the ${carrier}, view included.`]
}
