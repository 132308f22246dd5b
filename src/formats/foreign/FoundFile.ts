import { type Role } from './Role'

/** One dimension of a found array. */
export interface Dimension {
  /** Its length; of ragged innermost rows, that of the longest. */
  readonly size: number
  /** As the file calls it: `layer`, `head`, `token`. */
  readonly name?: string
  /** One for each index, as the file gives them; equal ones stay apart. */
  readonly labels?: readonly string[]
  /** Only where the format itself says what the dimension is; names and labels are guessed from later. */
  readonly role?: Role
  /** True where the file draws its first index at the top (rows) or counts down. */
  readonly isDescending?: boolean
}

/**
 * An array of numbers that a file of another tool holds, with all that the file says of its dimensions. What a tensor
 * is made of once it is settled which dimension is which.
 */
export interface FoundArray {
  /** Where it stands in the file: `data[0].z`, `cos.npy`. Unique within the file; empty for the only one. */
  readonly name: string
  /** Row-major, outermost dimension first; NaN = missing. Of width 32 where the file's are, or narrower. */
  readonly values: Float64Array | Float32Array
  /** Outermost first, at least one. */
  readonly dimensions: readonly Dimension[]
  /**
   * Lengths of the innermost rows, where these differ: then `values` holds the rows one after the other without gaps.
   * As many entries as all dimensions but the innermost have indices together.
   */
  readonly rowLengths?: Uint32Array
  readonly title?: string
  /** What the numbers are: the label of the color bar. */
  readonly metric?: string
  readonly model?: string
  readonly source?: string
  /** Texts of special tokens, where the file names them. */
  readonly special?: readonly string[]
  /** Ends of the color scale that the file sets; a hint for the opening view. */
  readonly domain?: readonly [low: number, high: number]
}

/** What a file of another tool turned out to hold. */
export interface FoundFile {
  /** At least one array. */
  readonly arrays: readonly FoundArray[]
  /** What was understood, as whole sentences: “Plotly 6 figure, 3 traces; tokens from x.” */
  readonly notices: readonly string[]
  /** Token lists beside the arrays (`tokens.npy`, a key `tokens`), to be matched by their lengths. */
  readonly tokenLists?: readonly (readonly string[])[]
}
