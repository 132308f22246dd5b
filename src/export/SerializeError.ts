/**
 * A figure that cannot be written as XML: a defect of a component, never of the data (texts are made
 * valid before they reach it).
 */
export class SerializeError extends Error {
  readonly tag = 'serialize'

  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'SerializeError'
  }
}
