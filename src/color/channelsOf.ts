/** Red, green and blue of `#rrggbb`, 0 … 255. Throws RangeError for a color that is written otherwise. */
export function channelsOf(color: string): readonly [red: number, green: number, blue: number] {
  if (!/^#[0-9a-f]{6}$/i.test(color)) throw new RangeError(`invalid color: ${color}`)
  const rgb = Number.parseInt(color.slice(1), 16)
  return [rgb >> 16, (rgb >> 8) & 0xff, rgb & 0xff]
}
