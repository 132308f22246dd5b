import { type Displayed, type DisplaySettings } from '../analysis/displayedOf'
import { type ClusterOrder } from '../analysis/order/clusterOrder'
import { type FoundFile, type Choice } from '../formats/foreign/FoundFile'
import { type Spread } from '../analysis/Spread'
import { type Progress } from '../formats/source/Progress'
import { type NamedTensor, type ReadTensors } from '../formats/foreign/ReadTensors'
import { type Tensor } from '../tensor/Tensor'
import { type Problem } from '../tensor/TensorError'
import { type RemoteBytes } from './RemoteBytes'

/** A tensor, ready to be shown. */
export type LoadedTensor = NamedTensor & Displayed

/** What a file turned out to hold. */
export interface LoadResult extends Pick<ReadTensors, 'notices' | 'tokens'> {
  readonly tensors: readonly LoadedTensor[]
  /** The answer to a `ClusterRequest`, which has no tensors. */
  readonly order?: ClusterOrder
  /** What the answer to a request for it has instead of tensors. */
  readonly spread?: Spread
  /** The answer to a `PackRequest`, which has no tensors: base64. */
  readonly packed?: string
}

export interface LoadRequest {
  readonly type: 'load'
  readonly bytes: RemoteBytes
  readonly name: string
}

/** How large a tensor to make; both at least 1. */
export interface StressSize {
  readonly layerCount: number
  readonly tokenCount: number
}

export interface GenerateRequest extends StressSize {
  readonly type: 'generate'
  readonly name: string
}

/** Asks for what a view displays of a tensor; the answer is `loaded`, with that as its one tensor. */
export interface DisplayRequest {
  readonly type: 'display'
  readonly name: string
  readonly raw: Displayed
  readonly settings: DisplaySettings
}

/** A foreign file's array to be arranged anew; the file has this one only. */
export interface ArrangeRequest {
  readonly type: 'arrange'
  /** Of the file, without its ending. */
  readonly name: string
  readonly file: FoundFile
  readonly choice: Choice
}

/** Profiles to be put side by side where they are similar, as `clusterOrder` takes them. Progress is a share of 1 byte. */
export interface ClusterRequest {
  readonly type: 'cluster'
  readonly name: string
  readonly profiles: Float64Array
  readonly count: number
}

/** Asks how values are spread; the answer is `loaded`, with nothing but that. */
export interface SpreadRequest {
  readonly type: 'spread'
  readonly name: string
  readonly values: Float64Array
  readonly hasRanks: boolean
}

/** Asks for the envelope of a tensor and a view (JSON), as a figure carries it. */
export interface PackRequest {
  readonly type: 'pack'
  readonly name: string
  readonly tensor: Tensor
  readonly view: string
}

/** To the worker. One at a time: the next request waits for the answer to the last. */
export type WorkerRequest =
  | LoadRequest
  | GenerateRequest
  | DisplayRequest
  | SpreadRequest
  | ArrangeRequest
  | ClusterRequest
  | PackRequest

/** From the worker: any number of `progress`, then one of the others. */
export type LoadResponse =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'loaded'; readonly result: LoadResult }
  | { readonly type: 'failed'; readonly problem: Problem }
