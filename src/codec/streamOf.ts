/** Returns a stream of chunks that are made, or fetched, one at a time, when the reader wants the next. */
export function streamOf<T>(chunks: Iterable<T> | AsyncGenerator<T>): ReadableStream<T> {
  const iterator = Symbol.asyncIterator in chunks ? chunks : chunks[Symbol.iterator]()
  return new ReadableStream<T>({
    async pull(controller) {
      const next = await iterator.next()
      if (next.done === true) controller.close()
      else controller.enqueue(next.value)
    },
    async cancel() {
      await iterator.return?.(undefined)
    },
  })
}
