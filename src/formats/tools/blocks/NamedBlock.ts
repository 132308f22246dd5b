import { type Block } from './Block'

/** One of several blocks that stand in the same place. */
export interface NamedBlock {
  /** What it is called there; empty for the only one. */
  readonly name: string
  readonly block: Block
}
