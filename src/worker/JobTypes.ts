import { type Displayed, type DisplaySettings } from '../analysis/displayedOf'
import { type AlignInput } from '../analysis/alignment/alignQueries'
import { type ClusterOrder } from '../analysis/order/clusterOrder'
import { type Spread } from '../analysis/Spread'
import { type Finding } from '../analysis/findings/Finding'
import { type FindingInput, type FindingParameters } from '../analysis/findings/FindingInput'
import { type Choice, type FoundFile, type FoundOrigin } from '../formats/foreign/FoundFile'
import { type NamedTensor, type ReadTensors } from '../formats/foreign/Format'
import { type Progress } from '../formats/source/ReadOptions'
import { type Alignment } from '../tensor/Alignment'
import { type CellValues } from '../tensor/CellValues'
import { type Tensor } from '../tensor/Tensor'
import { type RemoteBytes } from './RemoteBytes'
import { type StressSize } from './stressTensor'

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
