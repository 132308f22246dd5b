import { type Mask } from './maskOf'

/** The use of a dimension of a found array in a tensor. */
export type Role = 'query' | 'layer' | 'token'

/** One dimension of a found array. */
export interface Dimension {
  /** Number of indices. If the innermost rows are ragged, the length of the longest row. */
  readonly size: number
  /** Name in the file: `layer`, `head`, `token`. */
  readonly name?: string
  /** One label for each index, as given in the file. Equal labels stay separate. */
  readonly labels?: readonly string[]
  /** Role of the dimension, only if the format itself defines it. Roles from names and labels are guessed later. */
  readonly role?: Role
  /** Whether the file draws its first index at the top (rows) or counts down. */
  readonly isDescending?: boolean
}

/**
 * An array of numbers in a file of another tool, with everything that the file states about its dimensions. It becomes
 * a tensor when the role of each dimension is decided.
 */
export interface FoundArray {
  /** Place in the file: `data[0].z`, `cos.npy`. Unique within the file; empty if there is only one array. */
  readonly name: string
  /**
   * Values, row-major, outermost dimension first; NaN is missing. Float32 if the numbers of the file are of that width
   * or narrower.
   */
  readonly values: Float64Array | Float32Array
  /** Dimensions, outermost first; at least one. */
  readonly dimensions: readonly Dimension[]
  /**
   * Lengths of the innermost rows if they differ. `values` then holds the rows one after the other without gaps. There
   * is one length for each combination of indices of the other dimensions.
   */
  readonly rowLengths?: Uint32Array
  readonly title?: string
  /** Meaning of the numbers: the label of the color bar. */
  readonly metric?: string
  readonly model?: string
  readonly source?: string
  /** Texts of special tokens, if the file lists them. */
  readonly special?: readonly string[]
  /** Ends of the color scale that the file sets, for the view with which the figure opens. */
  readonly domain?: readonly [low: number, high: number]
  /** Why its axes may be other ones, unless evidence says which they are, as a sentence with which the page asks. */
  readonly doubt?: string
}

/** The content of a file of another tool. */
export interface FoundFile {
  /** Arrays of the file; at least one. */
  readonly arrays: readonly FoundArray[]
  /** Whole sentences about what was recognized, left out or changed. */
  readonly notices: readonly string[]
  /** Those of the notices that only say what was recognized: “Plotly 6 figure: rows are y, columns x.” */
  readonly understood?: readonly string[]
  /** Token lists beside the arrays (`tokens.npy`, a key `tokens`). They are matched to the arrays by length. */
  readonly tokenLists?: readonly (readonly string[])[]
}

/**
 * The use of each dimension of a found array, outermost first: a role, or the index at which it is fixed. No role
 * occurs twice. If no dimension has a role, the tensor has a single query, layer or token.
 */
export type Arrangement = readonly (Role | number)[]

/** Everything that can be chosen about how a foreign file becomes a tensor. */
export interface Choice {
  /** Index of the array in the file. */
  readonly arrayIndex: number
  readonly arrangement: Arrangement
  /** Whether the number that stands for masked cells is read as missing. */
  readonly isMaskMissing: boolean
  /** Whether zeros at the ends, and tokens such as `[PAD]`, are padding. */
  readonly isZeroPadding: boolean
  /** Whether a token list that is one too long or too short is moved by one, so that its last token is the last. */
  readonly isShifted: boolean
}

/** The origin of a tensor in a foreign file: everything that is necessary to arrange it again. */
export interface FoundOrigin {
  /** Name of the file without its extension. */
  readonly fileName: string
  readonly file: FoundFile
  readonly choice: Choice
  /** False if the reader of the page should confirm the arrangement. */
  readonly isCertain: boolean
  /** Why it is not certain, as a sentence. */
  readonly doubt?: string
  /** Number of cells at the ends of its rows that may be padding. */
  readonly zeroCount: number
  /** The number that seems to stand for masked cells in its array; undefined if there is none. */
  readonly mask?: Mask
  /** The token list that is one too long or too short; undefined if a list fits or none is near. */
  readonly nearTokens?: NearTokens
}

/** A token list beside an array with one column more or less. */
export interface NearTokens {
  readonly listLength: number
  readonly size: number
}

/** Returns the index of the dimension with a role, or −1 if no dimension has it. */
export function dimensionOf(arrangement: Arrangement, role: Role): number {
  return arrangement.indexOf(role)
}

/**
 * Returns the arrangement in which a dimension has another role or is fixed at an index. The dimension that had the
 * role gets the previous use of this one.
 */
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
    // An index of one dimension has no meaning in another.
    return typeof former === 'string' ? former : 0
  })
}

/** Returns the name of a dimension for a sentence or an axis: `Head`, or `Axis 2` if the dimension has no name. */
export function dimensionNoun({ name }: Pick<Dimension, 'name'>, dimensionIndex: number): string {
  const plain = (name ?? '').replaceAll('_', ' ').trim()
  return plain === ''
    ? `Axis ${dimensionIndex + 1}`
    : plain.charAt(0).toUpperCase() + plain.slice(1)
}
