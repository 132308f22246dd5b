import { type Profile, type Profiles } from '../tensor/Profile'

/** A pinned token or layer, whose values are drawn as a line, with its label. */
export interface PinnedLine {
  /** 0-based index in the tensor. */
  readonly index: number
  readonly text: string
  /** The label if `text` does not fit. */
  readonly short: string
}

/** Queries whose layers are compared in one panel. */
export interface ComparedQueries {
  /** The profile of each query's layers, and its label. */
  readonly lines: readonly (Omit<PinnedLine, 'index'> & { readonly profile: Profile })[]
  /** Ends of the axis of values. */
  readonly low: number
  readonly high: number
}

/** Input of the profiles beside a plot. */
export interface ProfileInput {
  readonly profiles: Profiles
  readonly tokenLines: readonly PinnedLine[]
  readonly layerLines: readonly PinnedLine[]
  /** Queries that the panel of the layers compares; default none, and the panel has the shown query's profile. */
  readonly compared?: ComparedQueries
  /** Least and greatest value of the axes of both panels. */
  readonly low: number
  readonly high: number
}
