/** A point of an outline, in units of its face, with y upwards. */
export interface OutlinePoint {
  readonly x: number
  readonly y: number
  /** Whether the outline runs through the point; others bend it as control points of quadratic curves. */
  readonly isOn: boolean
}

/** A glyph that is part of another one, moved by x and y. */
export interface GlyphPart {
  readonly glyph: number
  readonly x: number
  readonly y: number
}

/** The outline of a character: closed contours, and those of its parts. */
export interface Glyph {
  /** Advance in units of the face. */
  readonly advance: number
  readonly contours: readonly (readonly OutlinePoint[])[]
  readonly parts: readonly GlyphPart[]
}

/** The outlines of a TrueType face. Glyph 0 stands for characters that the face lacks. */
export interface Typeface {
  readonly unitsPerEm: number
  /** Height above and depth below the baseline, in units of the face; the depth is negative. */
  readonly ascent: number
  readonly descent: number
  /** Smallest x and y, largest x and y of all glyphs, in units of the face. */
  readonly box: readonly number[]
  /** Index of the glyph by code point. */
  readonly characters: ReadonlyMap<number, number>
  readonly glyphs: readonly Glyph[]
}

/** Returns the contours of a glyph with those of its parts. */
export function contoursOf(
  glyphAt: (index: number) => Glyph | undefined,
  index: number,
): Glyph['contours'] {
  const { contours = [], parts = [] } = glyphAt(index) ?? {}
  return [
    ...contours,
    ...parts.flatMap((part) => {
      return contoursOf(glyphAt, part.glyph).map((points) => {
        return points.map(({ isOn, x, y }) => ({ isOn, x: x + part.x, y: y + part.y }))
      })
    }),
  ]
}
