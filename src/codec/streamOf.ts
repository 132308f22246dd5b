/** Returns a stream of the chunks. Each chunk is made or fetched only when the reader asks for it. */
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
