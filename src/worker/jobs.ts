import { asLoaded, displayedOf } from '../analysis/displayedOf'
import { alignLists } from '../analysis/alignment/alignQueries'
import { clusterOrder } from '../analysis/order/clusterOrder'
import { spreadOf } from '../analysis/Spread'
import { base64 } from '../codec/base64'
import { findingsOf } from '../analysis/findings/findingsOf'
import { finish, type Sliced } from '../analysis/Sliced'
import { packEnvelope } from '../codec/envelope'
import { type NamedTensor } from '../formats/foreign/Format'
import { tensorOfChoice } from '../formats/foreign/tensorOfChoice'
import { readTensor } from '../formats/readTensor'
import { rangesOfBlob } from '../formats/source/ByteRanges'
import { sourceOfRanges } from '../formats/source/ByteSource'
import { buffersOf, byteCountOf, numbersOf, numbersOfPyramids } from './buffersOf'
import { followed, followedPieces } from './followed'
import { packed, unpacked } from './packedLists'
import { type JobWords } from './problemOf'
import { rangesOfRemote } from './RemoteBytes'
import { stressTensor } from './stressTensor'
import {
  type JobKind,
  type InputOf,
  type OutputOf,
  type ProgressOf,
  type LoadedTensor,
  type LoadedFile,
} from './JobTypes'

/** The surroundings of a job in its worker. */
export interface JobContext<K extends JobKind> {
  readonly onProgress: (progress: ProgressOf<K>) => void
  /** Largest number of cells; a file that certainly has more is not read to its end. */
  readonly maxCellCount: number
}

/** A job: a plain function, with the properties that its way to a worker and back needs. */
interface Job<K extends JobKind> {
  readonly run: (input: InputOf<K>, context: JobContext<K>) => OutputOf<K> | Promise<OutputOf<K>>
  /** Returns the size in bytes of the input or of the output: the memory that the job leaves in use in its worker. */
  readonly byteCount: (input: InputOf<K>) => number
  /** Return the objects that are transferred with the input, and with the output; default none. */
  readonly sent?: (input: InputOf<K>) => readonly Transferable[]
  readonly returned?: (output: OutputOf<K>) => readonly Transferable[]
  /** Return the output in the form in which it is sent, and as it was before; default as it is. */
  readonly packed?: (output: OutputOf<K>) => Sliced<OutputOf<K>>
  readonly unpacked?: (output: OutputOf<K>) => Sliced<OutputOf<K>>
  readonly words: (input: InputOf<K>) => JobWords
}

const VALUE_BYTES = 8

/** Passes over all cells are made here, so that the page does not have to wait for them. */
const loaded = (named: NamedTensor): LoadedTensor => ({ ...named, ...asLoaded(named.tensor) })

/**
 * Returns the tensors of a file, read in the thread of the caller: for small files of the page itself, for which no worker
 * has to be started.
 */
export async function readHere(blob: Blob, name: string): Promise<LoadedFile> {
  return loadedFile(await readTensor(sourceOfRanges(rangesOfBlob(blob), name)))
}

function loadedFile(read: Awaited<ReturnType<typeof readTensor>>): LoadedFile {
  return { ...read, tensors: read.tensors.map(loaded) }
}

function* eachTensor(
  file: LoadedFile,
  change: (tensor: LoadedTensor) => Sliced<LoadedTensor>,
): Sliced<LoadedFile> {
  const tensors: LoadedTensor[] = []
  for (const tensor of file.tensors) tensors.push(yield* change(tensor))
  return { ...file, tensors }
}

/** The way of a file's contents to the page. */
const sentFile = {
  packed: (file: LoadedFile) => eachTensor(file, packed),
  unpacked: (file: LoadedFile) => eachTensor(file, unpacked),
  returned: ({ tensors }: LoadedFile) => buffersOf(tensors.flatMap(numbersOf)),
}

/** The jobs by kind. */
export const jobs: { readonly [K in JobKind]: Job<K> } = {
  load: {
    run: async ({ name, bytes }, context) =>
      loadedFile(await readTensor(sourceOfRanges(rangesOfRemote(bytes), name), context)),
    byteCount: ({ bytes }) => bytes.size,
    sent: ({ bytes }) => [bytes.port],
    ...sentFile,
    words: ({ name }) => ({ subject: `“${name}”`, done: 'read' }),
  },
  generate: {
    run: ({ name, ...size }, { onProgress }) => {
      return { tensors: [loaded({ name, tensor: stressTensor(size, onProgress) })], notices: [] }
    },
    byteCount: ({ layerCount, tokenCount }) => layerCount * tokenCount * VALUE_BYTES,
    ...sentFile,
    words: ({ name }) => ({ subject: `“${name}”`, done: 'generated' }),
  },
  arrange: {
    run: ({ file, choice, fileName }) => {
      const named = tensorOfChoice(file, choice, { fileName, isCertain: true })
      return { ...named, ...asLoaded(named.tensor) }
    },
    byteCount: ({ file }) => byteCountOf(file.arrays.map(({ values }) => values)),
    sent: ({ file }) => buffersOf(file.arrays.map(({ values }) => values)),
    returned: (output) => buffersOf(numbersOf(output)),
    packed,
    unpacked,
    words: ({ fileName }) => ({ subject: `“${fileName}”`, done: 'arranged' }),
  },
  display: {
    run: ({ raw, settings }) => displayedOf(finish(unpacked(raw)), settings),
    byteCount: ({ raw }) => byteCountOf(raw.tensor.values.blocks),
    sent: ({ raw }) => buffersOf(raw.tensor.values.blocks),
    returned: (output) => buffersOf(numbersOf(output)),
    packed,
    unpacked,
    words: () => ({ subject: 'The transformed tensor', done: 'computed' }),
  },
  prepare: {
    run: (input) => {
      const { tensor: _tensor, ...made } = asLoaded(input)
      return made
    },
    byteCount: ({ values }) => byteCountOf(values.blocks),
    sent: ({ values }) => buffersOf(values.blocks),
    returned: ({ pyramids }) => buffersOf(numbersOfPyramids(pyramids)),
    words: () => ({ subject: 'The made tensor', done: 'computed' }),
  },
  spread: {
    run: ({ values, hasRanks }) => spreadOf(values, hasRanks),
    byteCount: ({ values }) => byteCountOf(values.blocks),
    sent: ({ values }) => buffersOf(values.blocks),
    words: () => ({ subject: 'The spread of the values', done: 'counted' }),
  },
  align: {
    run: (input, { onProgress }) => followed(alignLists(input), onProgress),
    byteCount: ({ lists }) => lists.reduce((sum, { length }) => sum + length * VALUE_BYTES, 0),
    returned: ({ starts = [], holders }) => buffersOf([...starts, ...(holders ? [holders] : [])]),
    words: () => ({ subject: 'The aligned axis', done: 'computed' }),
  },
  findings: {
    run: ({ found, parameters }) => finish(findingsOf(found, parameters)),
    byteCount: ({ found }) => byteCountOf(found.tensor.values.blocks),
    sent: ({ found }) => buffersOf(found.tensor.values.blocks),
    words: () => ({ subject: 'The description of the tensor', done: 'made' }),
  },
  cluster: {
    run: ({ profiles, count }, { onProgress }) =>
      followed(clusterOrder(profiles, count), onProgress),
    byteCount: ({ profiles }) => profiles.byteLength,
    sent: ({ profiles }) => buffersOf([profiles]),
    returned: ({ items, tree }) => buffersOf([items, tree]),
    words: () => ({ subject: 'The order by similarity', done: 'computed' }),
  },
  pack: {
    run: async ({ tensor, view }, { onProgress }) =>
      base64(await packEnvelope(followedPieces(tensor, onProgress), view)),
    byteCount: ({ tensor }) => byteCountOf(tensor.values.blocks),
    sent: ({ tensor }) => buffersOf(tensor.values.blocks),
    words: () => ({ subject: 'The tensor', done: 'packed' }),
  },
}
