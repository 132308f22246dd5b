/** Far longer than a page takes for anything, even while other programs run. */
const LONGEST_MS = 50_000

/** Waits for a promise. Throws if it takes 50 seconds: a frozen page never answers. */
export async function withDeadline<T>(action: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`${action}: no answer in ${LONGEST_MS / 1000} seconds`))
    }, LONGEST_MS)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
