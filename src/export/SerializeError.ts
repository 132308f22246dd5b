/**
 * Thrown if a figure cannot be written as XML. This is a defect of a component, never of the data, since texts are made
 * valid before they reach it.
 */
export class SerializeError extends Error {
  readonly tag = 'serialize'

  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'SerializeError'
  }
}
