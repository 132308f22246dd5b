/**
 * Returns the chunks of a stream, also in engines where a stream is not iterable (Safari 17). Stopping the iteration
 * cancels the stream.
 */
export function chunksOf<T>(stream: ReadableStream<T>): AsyncIterable<T> {
  return {
    [Symbol.asyncIterator]() {
      const reader = stream.getReader()
      return {
        next: () => reader.read(),
        async return() {
          // A reader that stops early needs no more data, so a failure of the cancelled stream is ignored.
          await reader.cancel().catch(() => undefined)
          return { done: true, value: undefined }
        },
      }
    },
  }
}
