/** `damaged`: bytes are missing or changed. `later`: a later version of SimLens wrote the envelope. */
export type EnvelopeFault = 'damaged' | 'later'

export class EnvelopeError extends Error {
  readonly tag = 'envelope'
  readonly fault: EnvelopeFault
  /** Version of the envelope, if the fault is `later`; otherwise undefined. */
  readonly version: number | undefined

  constructor(fault: EnvelopeFault, version?: number, options?: ErrorOptions) {
    super(`the envelope is ${fault === 'later' ? `of version ${version}` : 'damaged'}`, options)
    this.name = 'EnvelopeError'
    this.fault = fault
    this.version = version
  }
}
