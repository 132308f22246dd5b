/** Returns the names in what a driver is asked to press: `Control++` is `Control` and `+`. */
export function keyNames(keys: string): string[] {
  return keys.split(/\+(?=.)/)
}
