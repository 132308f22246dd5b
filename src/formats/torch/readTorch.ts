import { readableContents, type Content, type ReadableContents } from '../elements/Content'
import { decoded } from '../elements/decoded'
import { elementType } from '../elements/ElementType'
import { numpyContent } from '../npy/npyFormat'
import { type Budget } from '../source/Budget'
import { unreadable } from '../source/unreadable'
import { pickledContents, type StoredTensor } from './pickledContents'
import { unpickled } from './unpickled'

/** The files of an archive that torch.save wrote, by their names in the common folder. */
export type TorchFiles = ReadonlyMap<string, Uint8Array>

const NOTHING = new Uint8Array()

/** Names of a model's parameters. */
const PARAMETER = /(?:weight|bias|running_(?:mean|var))$/

/** The smallest number of parameters that makes a file a model checkpoint. Fewer may be ordinary arrays. */
const FEWEST = 8

/**
 * Returns the tensors and lists in an archive that torch.save wrote. The pickle is read as data and never run. Throws
 * TensorError (shape, unsupported, too-large).
 */
export function readTorch(files: TorchFiles, budget: Budget): ReadableContents {
  const found = pickledContents(unpickled(files.get('data.pkl') ?? NOTHING, budget), budget)
  if (found.filter(({ name }) => PARAMETER.test(name)).length >= FEWEST) {
    throw unreadable(
      'The file is a model checkpoint.',
      'Run the model, and save the similarities of its states.',
    )
  }
  return readableContents(found, ({ content }) => {
    if (content.kind === 'numbers' || content.kind === 'texts') return content
    // Tensors may share a storage, so together they may be larger than the file.
    return content.kind === 'numpy'
      ? numpyContent(content.header, content.data, budget)
      : readStored(content, files, budget)
  })
}

function readStored(
  { key, typeName, start, shape, strides }: StoredTensor,
  files: TorchFiles,
  budget: Budget,
): Content {
  const type = elementType(typeName)
  if (type === undefined) {
    throw unreadable(`It is of the type ${typeName.slice(0, 40)}.`, 'Save tensor.float().')
  }
  const isLittle = new TextDecoder().decode(files.get('byteorder')) !== 'big'
  const bytes = files.get(`data/${key}`) ?? NOTHING
  return decoded(bytes, { type, start, shape, strides, isLittle }, budget)
}
