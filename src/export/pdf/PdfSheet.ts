import { type PictureLabel } from './Label'
import { type PaperFonts } from './PaperFonts'
import { type PdfFile } from './PdfFile'

/** The content of a page while it is drawn. */
export class PdfSheet {
  readonly file: PdfFile
  readonly fonts: PaperFonts
  readonly picture: PictureLabel | undefined
  /** Texts that were drawn as pictures or in boxes, since the bundled faces lack characters of them. */
  readonly lacking: string[] = []
  readonly #operators: string[] = []
  readonly #resources = new Map<string, string[]>()

  constructor(file: PdfFile, fonts: PaperFonts, picture?: PictureLabel) {
    this.file = file
    this.fonts = fonts
    this.picture = picture
  }

  draw(...operators: readonly string[]): void {
    for (const each of operators) this.#operators.push(each)
  }

  /** Returns all operators, each on a line. */
  content(): string {
    return this.#operators.join('\n')
  }

  /** Adds an object to the page's resources and returns its name. */
  resource(kind: 'XObject' | 'Shading' | 'ExtGState', object: string): string {
    const known = this.#resources.get(kind) ?? []
    this.#resources.set(kind, known)
    const index = known.indexOf(object)
    return `/${kind}${index < 0 ? known.push(object) - 1 : index}`
  }

  /** Adds the fonts to the file and returns the page's resource dictionary. */
  resources(): string {
    const kinds = Array.from(this.#resources, ([kind, objects]) => {
      return `/${kind} << ${objects.map((each, k) => `/${kind}${k} ${each}`).join(' ')} >>`
    })
    return `<< /Font << ${this.fonts.write(this.file)} >> ${kinds.join(' ')} >>`
  }
}
