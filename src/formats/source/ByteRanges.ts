/** Bytes that can be read at any place, in any order, several ranges at the same time. */
export interface ByteRanges {
  /** In bytes. */
  readonly size: number
  /**
   * Returns the bytes from `start` up to, but not including, `end`. Rejects where the platform cannot read them; may
   * come back short where they changed since `size` was taken.
   */
  read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>>
}

/** The length of the range that every reading begins with, in bytes: enough to tell a format by, and all of a small file. */
export const FIRST_RANGE = 1 << 16

/** Returns the ranges of a file or blob. */
export function rangesOfBlob(blob: Blob): ByteRanges {
  const { size } = blob
  return {
    size,
    async read(start, end) {
      // A folder dropped as a file may call itself 0 bytes long: only reading it whole makes it fail.
      const part = start === 0 && end === size ? blob : blob.slice(start, end)
      return new Uint8Array(await part.arrayBuffer())
    },
  }
}
