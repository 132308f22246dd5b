import * as fc from 'fast-check'

/**
 * Properties try the same cases in every run, so that a run fails only for what was changed. `PROPERTY_SEED` is another
 * integer, for other cases.
 */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 1) })
