/** Returns bytes as a view of numbers of one kind. */
type ViewOf = {
  readonly BYTES_PER_ELEMENT: number
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): ArrayLike<number | bigint>
}

/** The storage of numbers of one type in a file. */
export interface ElementType {
  /** Name of the type in NumPy and PyTorch. */
  readonly name: string
  readonly byteCount: number
  /** Whether it is a type of fractions all of which float32 represents exactly. */
  readonly isNarrow: boolean
  readonly isInteger: boolean
  readonly View: ViewOf
  /** Returns the number that an element of the view stands for. */
  readonly numberOf: (element: number | bigint) => number
}

/**
 * The types with their views. For fractions without a typed array, the numbers of bits of the mantissa and of the
 * exponent follow.
 */
const views: readonly (readonly [
  name: string,
  View: ViewOf,
  mantissa?: number,
  exponent?: number,
])[] = [
  ['float64', Float64Array],
  ['float32', Float32Array],
  ['float16', Uint16Array, 10, 5],
  ['bfloat16', Uint16Array, 7, 8],
  ['float8_e5m2', Uint8Array, 2, 5],
  ['float8_e4m3fn', Uint8Array, 3, 4],
  ['int8', Int8Array],
  ['int16', Int16Array],
  ['int32', Int32Array],
  ['int64', BigInt64Array],
  ['uint8', Uint8Array],
  ['uint16', Uint16Array],
  ['uint32', Uint32Array],
  ['uint64', BigUint64Array],
  ['bool', Uint8Array],
]

const types: ReadonlyMap<string, ElementType> = new Map(
  views.map(([name, View, mantissa = 0, exponent = 0]) => [
    name,
    {
      name,
      byteCount: View.BYTES_PER_ELEMENT,
      isNarrow: name.includes('float') && name !== 'float64',
      isInteger: !name.includes('float'),
      View,
      numberOf: mantissa === 0 ? Number : tabled(View.BYTES_PER_ELEMENT, mantissa, exponent),
    },
  ]),
)

/** Returns the type with a name such as `float16`, or undefined if numbers of that type cannot be read. */
export function elementType(name: string): ElementType | undefined {
  return types.get(name)
}

/** Returns a function that looks numbers up by their bits. Its table is made at the first call. */
function tabled(
  byteCount: number,
  mantissaBits: number,
  exponentBits: number,
): ElementType['numberOf'] {
  let table: Float32Array | undefined
  return (element) => {
    table ??= Float32Array.from({ length: 256 ** byteCount }, (_, bits) =>
      smallFloat(bits, mantissaBits, exponentBits),
    )
    return table[Number(element)] ?? NaN
  }
}

/**
 * Returns a number of 8 or 16 bits according to IEEE 754. With an exponent of 4 bits there are no infinities
 * (Micikevicius et al., arXiv:2209.05433).
 */
function smallFloat(bits: number, mantissaBits: number, exponentBits: number): number {
  const top = 2 ** exponentBits - 1
  const exponent = (bits >> mantissaBits) & top
  const mantissa = (bits & (2 ** mantissaBits - 1)) / 2 ** mantissaBits
  const sign = bits >> (mantissaBits + exponentBits) === 0 ? 1 : -1
  const bias = top >> 1
  if (exponent === 0) return sign * mantissa * 2 ** (1 - bias)
  if (exponent < top || (exponentBits === 4 && mantissa < 0.875)) {
    return sign * (1 + mantissa) * 2 ** (exponent - bias)
  }
  return exponentBits === 4 || mantissa > 0 ? NaN : sign * Infinity
}
