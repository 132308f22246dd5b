import {
  asLoaded,
  displayedOf,
  type Displayed,
  type DisplaySettings,
} from '../analysis/displayedOf'
import { alignLists, type AlignInput } from '../analysis/alignment/alignQueries'
import { clusterOrder, type ClusterOrder } from '../analysis/order/clusterOrder'
import { spreadOf, type Spread } from '../analysis/Spread'
import { base64 } from '../codec/base64'
import { type Finding } from '../analysis/findings/Finding'
import { type FindingInput, type FindingParameters } from '../analysis/findings/FindingInput'
import { findingsOf } from '../analysis/findings/findingsOf'
import { finish } from '../analysis/Sliced'
import { packEnvelope } from '../codec/envelope'
import { type Choice, type FoundFile, type FoundOrigin } from '../formats/foreign/FoundFile'
import { type NamedTensor, type ReadTensors } from '../formats/foreign/Format'
import { tensorOfChoice } from '../formats/foreign/tensorOfChoice'
import { readTensor } from '../formats/readTensor'
import { sourceOfRanges } from '../formats/source/ByteSource'
import { type Progress } from '../formats/source/ReadOptions'
import { type Alignment } from '../tensor/Alignment'
import { type CellValues } from '../tensor/CellValues'
import { type Tensor } from '../tensor/Tensor'
import { buffersOf, byteCountOf, numbersOf, numbersOfPyramids } from './buffersOf'
import { followed, followedPieces } from './followed'
import { packed, unpacked } from './packedLists'
import { type JobWords } from './problemOf'
import { rangesOfRemote, type RemoteBytes } from './RemoteBytes'
import { stressTensor, type StressSize } from './stressTensor'

/**
 * The jobs that run in workers, by kind, with their inputs, outputs and progress. The numbers of inputs and outputs are
 * transferred, so the sender cannot use them afterwards. Progress is a share, 0 … 1, except for files; `never` if a job
 * reports none.
 */
export interface JobTypes {
  /** Reads a file. */
  readonly load: {
    readonly input: { readonly name: string; readonly bytes: RemoteBytes }
    readonly output: LoadedFile
    readonly progress: Progress
  }
  /** Generates a tensor of random numbers with one hot cell, whose place its title states. */
  readonly generate: {
    readonly input: StressSize & { readonly name: string }
    readonly output: LoadedFile
    readonly progress: Progress
  }
  /** Arranges the only array of a foreign file; the output contains the file. */
  readonly arrange: {
    readonly input: {
      /** Name of the file without its ending. */
      readonly fileName: string
      readonly file: FoundFile
      readonly choice: Choice
    }
    readonly output: ArrangedTensor
    readonly progress: never
  }
  /** Computes the displayed values of a view. */
  readonly display: {
    /** `raw` may be packed. */
    readonly input: { readonly raw: Displayed; readonly settings: DisplaySettings }
    readonly output: Displayed
    readonly progress: never
  }
  /** Makes what is shown of a tensor that was made on the page: the results of a pass over its values. */
  readonly prepare: {
    readonly input: Tensor
    readonly output: Omit<Displayed, 'tensor'>
    readonly progress: never
  }
  /** Computes the spread of values; `hasRanks` is that of `spreadOf`. */
  readonly spread: {
    readonly input: { readonly values: CellValues; readonly hasRanks: boolean }
    readonly output: Spread
    readonly progress: never
  }
  /** Makes one column axis for lists of token texts. */
  readonly align: {
    readonly input: AlignInput
    readonly output: Alignment
    readonly progress: number
  }
  /** Finds what a description says about a query. */
  readonly findings: {
    readonly input: { readonly found: FindingInput; readonly parameters: FindingParameters }
    readonly output: readonly Finding[]
    readonly progress: never
  }
  /** Orders similar profiles side by side; the input is that of `clusterOrder`. */
  readonly cluster: {
    readonly input: { readonly profiles: Float64Array; readonly count: number }
    readonly output: ClusterOrder
    readonly progress: number
  }
  /** Packs a tensor and its view (JSON) into the envelope of a figure, in base64. */
  readonly pack: {
    readonly input: { readonly tensor: Tensor; readonly view: string }
    readonly output: string
    readonly progress: number
  }
}

/** Kind of a job. */
export type JobKind = keyof JobTypes
export type InputOf<K extends JobKind> = JobTypes[K]['input']
export type OutputOf<K extends JobKind> = JobTypes[K]['output']
export type ProgressOf<K extends JobKind> = JobTypes[K]['progress']

/** A tensor, ready to be shown. */
export type LoadedTensor = NamedTensor & Displayed

/** A tensor of a foreign file, ready to be shown. */
export type ArrangedTensor = LoadedTensor & { readonly found: FoundOrigin }

/** The contents of a file, ready to be shown. */
export interface LoadedFile extends Pick<ReadTensors, 'notices' | 'understood' | 'tokens'> {
  readonly tensors: readonly LoadedTensor[]
}

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
  readonly packed?: (output: OutputOf<K>) => OutputOf<K>
  readonly unpacked?: (output: OutputOf<K>) => OutputOf<K>
  readonly words: (input: InputOf<K>) => JobWords
}

const VALUE_BYTES = 8

/** Passes over all cells are made here, so that the page does not have to wait for them. */
const loaded = (named: NamedTensor): LoadedTensor => ({ ...named, ...asLoaded(named.tensor) })

/** The way of a file's contents to the page. */
const sentFile = {
  packed: (file: LoadedFile): LoadedFile => ({ ...file, tensors: file.tensors.map(packed) }),
  unpacked: (file: LoadedFile): LoadedFile => ({ ...file, tensors: file.tensors.map(unpacked) }),
  returned: ({ tensors }: LoadedFile) => buffersOf(tensors.flatMap(numbersOf)),
}

/** The jobs by kind. */
export const jobs: { readonly [K in JobKind]: Job<K> } = {
  load: {
    run: async ({ name, bytes }, context) => {
      const read = await readTensor(sourceOfRanges(rangesOfRemote(bytes), name), context)
      return { ...read, tensors: read.tensors.map(loaded) }
    },
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
    run: ({ raw, settings }) => displayedOf(unpacked(raw), settings),
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
