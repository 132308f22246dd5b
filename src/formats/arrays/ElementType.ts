/** How numbers of one type lie in a file. */
export interface ElementType {
  /** As NumPy and PyTorch call it. */
  readonly name: string
  readonly byteCount: number
  /** Whether float32 holds every one of its numbers exactly, and it is a type of fractions. */
  readonly isNarrow: boolean
  readonly isInteger: boolean
  readonly read: (view: DataView, at: number, isLittle: boolean) => number
}

type Read = ElementType['read']

const HIGH = 2 ** 32

/** Sign, exponent and mantissa of fewer than 32 bits, after IEEE 754; `isFinite` types have NaN, but no infinity. */
function smallFloat(
  bits: number,
  mantissaBits: number,
  exponentBits: number,
  isFinite: boolean,
): number {
  const sign = bits >> (mantissaBits + exponentBits) === 0 ? 1 : -1
  const largest = (1 << exponentBits) - 1
  const exponent = (bits >> mantissaBits) & largest
  const mantissa = (bits & ((1 << mantissaBits) - 1)) / (1 << mantissaBits)
  const bias = largest >> 1
  if (exponent === 0) return sign * mantissa * 2 ** (1 - bias)
  const isTop = exponent === largest
  if (isTop && !isFinite) return mantissa === 0 ? sign * Infinity : NaN
  // Of the finite float8 only the topmost mantissa is no number (Micikevicius et al., arXiv:2209.05433).
  if (isTop && mantissa === 1 - 1 / (1 << mantissaBits)) return NaN
  return sign * (1 + mantissa) * 2 ** (exponent - bias)
}

/** Every value of a type of `byteCount` bytes by its bits, made when the first is read. */
function tableOf(byteCount: 1 | 2, numberOf: (bits: number) => number): Read {
  let table: Float32Array | undefined
  return (view, at, isLittle) => {
    table ??= Float32Array.from({ length: 256 ** byteCount }, (_, bits) => numberOf(bits))
    return table[byteCount === 1 ? view.getUint8(at) : view.getUint16(at, isLittle)] ?? NaN
  }
}

const bits32 = new DataView(new ArrayBuffer(4))

function bfloat(bits: number): number {
  bits32.setUint32(0, bits * 65_536)
  return bits32.getFloat32(0)
}

/** Both halves of a 64-bit integer: one rounding, so that the result is the nearest double. */
function wide(high: 'getInt32' | 'getUint32'): Read {
  return (view, at, isLittle) =>
    view[high](isLittle ? at + 4 : at, isLittle) * HIGH +
    view.getUint32(isLittle ? at : at + 4, isLittle)
}

const types: readonly (readonly [
  name: string,
  byteCount: number,
  kind: 'narrow' | 'wide' | 'integer',
  read: Read,
])[] = [
  ['float64', 8, 'wide', (view, at, isLittle) => view.getFloat64(at, isLittle)],
  ['float32', 4, 'narrow', (view, at, isLittle) => view.getFloat32(at, isLittle)],
  ['float16', 2, 'narrow', tableOf(2, (bits) => smallFloat(bits, 10, 5, false))],
  ['bfloat16', 2, 'narrow', tableOf(2, bfloat)],
  ['float8_e5m2', 1, 'narrow', tableOf(1, (bits) => smallFloat(bits, 2, 5, false))],
  ['float8_e4m3fn', 1, 'narrow', tableOf(1, (bits) => smallFloat(bits, 3, 4, true))],
  ['int8', 1, 'integer', (view, at) => view.getInt8(at)],
  ['int16', 2, 'integer', (view, at, isLittle) => view.getInt16(at, isLittle)],
  ['int32', 4, 'integer', (view, at, isLittle) => view.getInt32(at, isLittle)],
  ['int64', 8, 'integer', wide('getInt32')],
  ['uint8', 1, 'integer', (view, at) => view.getUint8(at)],
  ['uint16', 2, 'integer', (view, at, isLittle) => view.getUint16(at, isLittle)],
  ['uint32', 4, 'integer', (view, at, isLittle) => view.getUint32(at, isLittle)],
  ['uint64', 8, 'integer', wide('getUint32')],
  ['bool', 1, 'integer', (view, at) => Math.min(view.getUint8(at), 1)],
]

const byName: ReadonlyMap<string, ElementType> = new Map(
  types.map(([name, byteCount, kind, read]) => [
    name,
    { name, byteCount, isNarrow: kind === 'narrow', isInteger: kind === 'integer', read },
  ]),
)

/** The type of a name such as `float16`; undefined for one that no numbers are read of. */
export function elementType(name: string | undefined): ElementType | undefined {
  return name === undefined ? undefined : byName.get(name)
}
