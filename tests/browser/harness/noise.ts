/** A number in [-1, 1) that belongs to a cell: the same every time, and not like those of its neighbors. */
export function noise(layerIndex: number, tokenIndex: number): number {
  let mixed = Math.imul(layerIndex + 1, 0x9e3779b1) ^ Math.imul(tokenIndex + 1, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39)
  return (mixed ^ (mixed >>> 15)) / 2 ** 31
}
