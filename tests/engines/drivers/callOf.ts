/** Returns the expression that calls a function with arguments that JSON can hold. */
export function callOf(run: (...args: never[]) => unknown, args: readonly unknown[]): string {
  return `(${run.toString()})(...${JSON.stringify(args)})`
}
