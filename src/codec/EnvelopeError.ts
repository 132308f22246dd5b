/** `damaged`: bytes are missing or changed. `later`: a later version of SimLens wrote it. */
export type EnvelopeFault = 'damaged' | 'later'

/** An envelope that cannot be read. */
export class EnvelopeError extends Error {
  readonly tag = 'envelope'
  readonly fault: EnvelopeFault
  /** Of a later envelope. */
  readonly version: number | undefined

  constructor(fault: EnvelopeFault, version?: number, options?: ErrorOptions) {
    super(`the envelope is ${fault === 'later' ? `of version ${version}` : 'damaged'}`, options)
    this.name = 'EnvelopeError'
    this.fault = fault
    this.version = version
  }
}
