/** Bytes that can be read at any place and in any order. Several ranges can be read at the same time. */
export interface ByteRanges {
  /** Size in bytes. */
  readonly size: number
  /**
   * Returns the bytes from `start` up to `end` (exclusive). Rejects if the platform cannot read them. The result may be
   * shorter if the bytes have changed since `size` was set.
   */
  read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>>
}

/** Length in bytes of the first range of each reading. It is enough to recognize a format, and to hold a small file. */
export const FIRST_RANGE = 1 << 16

/** Returns the bytes of a file or blob, read from it when a range is requested. */
export function rangesOfBlob(blob: Blob): ByteRanges {
  const { size } = blob
  return {
    size,
    async read(start, end) {
      // A folder that was dropped as a file may have a size of 0 bytes. Only reading it as a whole fails.
      const part = start === 0 && end === size ? blob : blob.slice(start, end)
      return new Uint8Array(await part.arrayBuffer())
    },
  }
}
