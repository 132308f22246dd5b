/** The chunks of a stream, for engines in which it is not iterable itself (Safari 17). Stopping cancels it. */
export function chunksOf<T>(stream: ReadableStream<T>): AsyncIterable<T> {
  return {
    [Symbol.asyncIterator]() {
      const reader = stream.getReader()
      return {
        next: () => reader.read(),
        async return() {
          // Who stops early needs no more of it; that it fails is then nobody's business.
          await reader.cancel().catch(() => undefined)
          return { done: true, value: undefined }
        },
      }
    },
  }
}
