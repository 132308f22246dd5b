/** What a dimension of a found array is in a tensor. */
export type Role = 'query' | 'layer' | 'token'

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

/**
 * What each dimension of a found array is used as, outermost first: a role, or the index that it is fixed at. No role
 * twice; a role that no dimension has is a single query, layer or token.
 */
export type Arrangement = readonly (Role | number)[]

/** How a tensor is made of a foreign file: everything that somebody may choose about it. */
export interface Choice {
  /** Which of the file's arrays. */
  readonly arrayIndex: number
  readonly arrangement: Arrangement
  /** Whether −65504 is missing. */
  readonly isHalfMissing: boolean
  /** Whether zeros at the ends, and tokens such as `[PAD]`, are padding. */
  readonly isZeroPadding: boolean
}

/** Where a tensor of a foreign file comes from: what is needed to arrange it anew. */
export interface FoundOrigin {
  /** Without its ending. */
  readonly fileName: string
  readonly file: FoundFile
  readonly choice: Choice
  /** False where the reader of the page should be asked. */
  readonly isCertain: boolean
  /** Cells at the ends of its rows that may be padding. */
  readonly zeroCount: number
  /** Values of −65504 in its array. */
  readonly halfCount: number
}

/** The dimension that has a role; −1 where none has. */
export function dimensionOf(arrangement: Arrangement, role: Role): number {
  return arrangement.indexOf(role)
}

/** Gives a dimension another role, or fixes it at an index; the one that had the role takes what this one was. */
export function withRole(
  arrangement: Arrangement,
  dimensionIndex: number,
  role: Role | number,
): Arrangement {
  const former = arrangement[dimensionIndex] ?? 0
  const owner = typeof role === 'string' ? dimensionOf(arrangement, role) : -1
  return arrangement.map((each, index) => {
    if (index === dimensionIndex) return role
    if (index !== owner) return each
    // An index of one dimension means nothing in another.
    return typeof former === 'string' ? former : 0
  })
}
