import { cpus, totalmem } from 'node:os'

/** When and on what a run is made. */
export function machine() {
  const all = cpus()
  return {
    date: new Date().toISOString().slice(0, 10),
    cpu: all[0].model.trim(),
    cores: all.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  }
}

/** "23 November 2025: AMD EPYC, 2 cores, 24 GiB, Chromium 140, no GPU, 3 rounds". */
export function machineText({ date, cpu, cores, memoryGiB, chromium, rounds }) {
  const unit = rounds === 1 ? 'round' : 'rounds'
  return `Measured on ${date}: ${cpu}, ${cores} cores, ${memoryGiB} GiB, Chromium ${chromium} without a GPU, medians of ${rounds} ${unit}.`
}
