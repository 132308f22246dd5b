/** The parts of pdf.js that draw a page in Node; its own types know canvases of browsers only. */
declare module 'pdfjs-dist/legacy/build/pdf.mjs' {
  interface NodeCanvas {
    readonly toBuffer: (type: 'image/png') => Buffer
  }
  interface PdfPage {
    readonly getViewport: (options: { readonly scale: number }) => PdfViewport
    readonly render: (options: { readonly canvas: NodeCanvas; readonly viewport: PdfViewport }) => {
      readonly promise: Promise<void>
    }
  }
  interface PdfViewport {
    readonly width: number
    readonly height: number
  }
  interface PdfDocument {
    readonly canvasFactory: {
      readonly create: (width: number, height: number) => { readonly canvas: NodeCanvas }
    }
    readonly getPage: (number: number) => Promise<PdfPage>
  }
  export const VerbosityLevel: { readonly ERRORS: number }
  export function getDocument(options: { readonly data: Uint8Array; readonly verbosity: number }): {
    readonly promise: Promise<PdfDocument>
    readonly destroy: () => Promise<void>
  }
}
