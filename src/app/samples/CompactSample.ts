/** A canonical tensor whose values are all float32, as the build writes it into the page. */
export interface CompactSample {
  /** Every key of the document but `values`. */
  readonly rest: object
  /** Lengths of the rows, [query][layer]. */
  readonly lengths: readonly (readonly number[])[]
  /** The values, one row after the other: little-endian float32 in base64. */
  readonly float32: string
}

/** The document's JSON, value for value as in the file: a float32 has one shortest form as a double. */
export function sampleText(sample: CompactSample | string): string {
  if (typeof sample === 'string') return sample
  const { rest, lengths, float32 } = sample
  const bytes = Uint8Array.from(atob(float32), (character) => character.charCodeAt(0))
  const numbers = new DataView(bytes.buffer)
  let at = 0
  const values = lengths.map((rows) =>
    rows.map((length) =>
      Array.from({ length }, () => {
        at += Float32Array.BYTES_PER_ELEMENT
        return numbers.getFloat32(at - Float32Array.BYTES_PER_ELEMENT, true)
      }),
    ),
  )
  return JSON.stringify({ ...rest, values })
}
