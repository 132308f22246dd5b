/** One growing array of numbers: all numeric rows of a document, one after the other. */
export class NumberStore {
  length = 0
  private values = new Float64Array(1024)
  private expected = 0

  /** What has been appended: a view, not a copy, that holds until the next `append`. */
  get numbers(): Float64Array {
    return this.values.subarray(0, this.length)
  }

  /**
   * How many numbers there will be in all, as far as can be told from the size of the file. The next time the store
   * grows it grows to that, which saves doubling, and with it half of the memory.
   */
  expect(count: number): void {
    this.expected = count
  }

  /**
   * Appends a row, null as NaN. A row with anything else than numbers and nulls is refused as a whole:
   * false, and nothing is appended.
   */
  append(row: readonly unknown[]): boolean {
    if (this.length + row.length > this.values.length) this.grow(this.length + row.length)
    const { values, length } = this
    for (let i = 0; i < row.length; i++) {
      const value = row[i]
      if (typeof value === 'number') values[length + i] = value
      else if (value === null) values[length + i] = NaN
      else return false
    }
    this.length += row.length
    return true
  }

  private grow(count: number): void {
    // The guess is renewed with every chunk, so that it is too small only for a moment.
    const room = this.expected > this.values.length ? this.expected : this.values.length * 1.5
    const larger = new Float64Array(Math.max(count, Math.ceil(room)))
    larger.set(this.numbers)
    this.values = larger
  }
}
