import { type FoundFile } from './FoundFile'

/** What a tensor of a foreign file is listed as: with the array's name where there are several. */
export function tensorName(file: FoundFile, arrayIndex: number, fileName: string): string {
  const array = file.arrays[arrayIndex]
  return file.arrays.length === 1 ? fileName : `${array?.title ?? array?.name} • ${fileName}`
}
