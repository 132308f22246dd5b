import { type Sliced } from '../analysis/findings/Sliced'
import { type FigureBasis } from '../figure/figureBasis'
import { type ShownTensor } from '../figure/ShownTensor'
import { type Carried } from './ExportOptions'
import { type PageElements } from './htmlPage'

/** Whatever a page and a shell do in different ways while a file is made. */
export interface ExportHost {
  /** The program that writes the files, with its version. */
  readonly software: string
  readonly basisOf: (shown: ShownTensor) => Promise<FigureBasis>
  /** Does work to its end. */
  readonly finish: <T>(work: Sliced<T>) => Promise<T>
  /** Packs what a figure carries (`carriedTensor`) as an envelope in base64; empty where it carries nothing. */
  readonly packed: (shown: ShownTensor, carried: Carried) => Promise<string>
  /** Draws an SVG file's text as a PNG, transparent where it draws nothing. */
  readonly rasterized: (svg: string, size: PictureSize) => Promise<Uint8Array>
  /** The page that opens in a saved HTML file. */
  readonly pageElements: () => PageElements
}

export interface PictureSize {
  /** In CSS pixels. */
  readonly width: number
  readonly height: number
  /** Pixels of the picture per CSS pixel. */
  readonly scale: number
}
