/** How far reading has come. */
export interface Progress {
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
}
