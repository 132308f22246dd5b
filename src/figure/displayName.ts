/** A file's name without the endings that SimLens and JSON give it: what a title may show. */
export function displayName(fileName: string): string {
  return fileName.replace(/(?:\.simlens)?\.(?:json|png|svg|html?|csv)$/iu, '') || fileName
}
