declare module 'subset-font' {
  interface SubsetOptions {
    readonly targetFormat: 'truetype'
    readonly noHinting: boolean
    readonly noLayoutClosure: boolean
    readonly dropTables: readonly string[]
  }
  /** Resolves to the font with the glyphs of the characters of `text` alone. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: SubsetOptions,
  ): Promise<Buffer>
}
