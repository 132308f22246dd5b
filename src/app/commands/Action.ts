import { type CommandContext } from './CommandContext'

/** An action of the page, with the key that does the same. */
export interface Action {
  readonly name: string
  /** Other words by which it is found, in lower case. */
  readonly terms: readonly string[]
  /** Key on the figure, if there is one. */
  readonly keys?: string
  /** Returns false if the action would do nothing; default true. */
  readonly isOffered?: (context: CommandContext) => boolean
  readonly run: (context: CommandContext) => void
}
