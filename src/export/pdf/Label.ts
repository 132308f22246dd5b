/** A label whose characters the bundled faces lack. */
export interface Label {
  readonly text: string
  /** As SVG names it. */
  readonly fontFamily: string
  readonly fontSize: number
  readonly isBold: boolean
  readonly color: string
}

/** A label as it looks, drawn by the platform's fonts. */
export interface PicturedLabel {
  /** Numbers of pixels. */
  readonly width: number
  readonly height: number
  /** Returns red, green, blue and opacity of each pixel, row-major, top row first, each 0 … 255. */
  readonly pixels: () => Uint8ClampedArray
  /** Pixels per CSS pixel. */
  readonly scale: number
  /** Offsets of the picture's top left from where the text begins on its baseline, in CSS pixels. */
  readonly left: number
  readonly top: number
  /** In CSS pixels. */
  readonly advance: number
}

/** Draws a label, or returns undefined if it cannot. */
export type PictureLabel = (label: Label) => PicturedLabel | undefined
