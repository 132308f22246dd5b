import { type Content } from '../arrays/Content'
import { refuseCheckpoint } from '../arrays/checkpoint'
import { damagedFile } from '../arrays/damagedFile'
import { decoded } from '../arrays/decoded'
import { elementType } from '../arrays/ElementType'
import { readableContents, type ReadableContents } from '../arrays/readableContents'
import { unreadable } from '../arrays/unreadable'
import { tooLarge } from '../tooLarge'
import { pickledContents, type StoredTensor } from './pickledContents'
import { unpickled } from './unpickled'

/** Gives a file of an archive that torch.save wrote, by its name in the folder that all are in. */
export type TorchFiles = (name: string) => Uint8Array | undefined

/**
 * The tensors and lists in an archive that torch.save wrote. Its pickle is read for what it says and never run. Throws
 * `TensorError` (shape, unsupported, too-large).
 */
export function readTorch(fileOf: TorchFiles, maxCellCount: number): ReadableContents {
  const found = pickledContents(unpickled(fileOf('data.pkl') ?? new Uint8Array()))
  refuseCheckpoint(found.flatMap(({ name, content }) => (content.kind === 'stored' ? [name] : [])))
  const order = new TextDecoder().decode(fileOf('byteorder'))
  let cellCount = 0
  return readableContents(found, ({ content }) => {
    if (content.kind !== 'stored') return content
    const read = readStored(content, fileOf, { isLittle: order !== 'big', maxCellCount })
    // Tensors may share a storage, so that together they may be more than the file.
    cellCount += read.shape.reduce((product, size) => product * size, 1)
    if (cellCount > maxCellCount) throw tooLarge(cellCount, maxCellCount)
    return read
  })
}

function readStored(
  { key, typeName, start, shape, strides }: StoredTensor,
  fileOf: TorchFiles,
  { isLittle, maxCellCount }: { readonly isLittle: boolean; readonly maxCellCount: number },
): Content {
  const type = elementType(typeName)
  if (type === undefined) {
    throw unreadable(`It is of the type ${typeName.slice(0, 40)}.`, 'Save tensor.float().')
  }
  const bytes = fileOf(`data/${key}`)
  if (bytes === undefined) throw damagedFile(`The archive lacks the numbers “data/${key}”.`)
  return decoded(bytes, { type, start, shape, strides, isLittle }, maxCellCount)
}
