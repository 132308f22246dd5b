/** How far reading has come. */
export interface Progress {
  /** As the file lies on the disk: of a packed one, packed bytes. */
  readonly bytesRead: number
  /** Bytes there are to read; undefined where the source does not know. */
  readonly byteCount: number | undefined
  /** Values read so far. */
  readonly cellCount: number
}

export interface ReadOptions {
  /** Called after each chunk, with rising counts; the last call has all bytes. */
  readonly onProgress?: (progress: Progress) => void
  /** Looked at between chunks; when it is aborted, reading throws its reason. */
  readonly signal?: AbortSignal
  /** Where the file is sure to hold more cells, reading ends with a `TensorError` (too-large). Default: no limit. */
  readonly maxCellCount?: number
}
