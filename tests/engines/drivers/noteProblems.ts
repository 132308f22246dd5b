declare global {
  interface Window {
    notedProblems?: string[]
  }
}

/** Runs in the page: from now on notes uncaught errors, console output and refusals of the page's policy. */
export function noteProblems(): void {
  const noted: string[] = []
  window.notedProblems = noted
  window.addEventListener('error', (event) => noted.push(`error: ${event.message}`))
  window.addEventListener('unhandledrejection', (event) =>
    noted.push(`unhandled rejection: ${String(event.reason)}`),
  )
  document.addEventListener('securitypolicyviolation', (event) =>
    noted.push(`refused by the policy: ${event.violatedDirective} ${event.blockedURI}`),
  )
  for (const method of ['debug', 'info', 'log', 'warn', 'error'] as const) {
    console[method] = (...values: unknown[]) => {
      noted.push(`console ${method}: ${values.map(String).join(' ')}`)
    }
  }
}

/** Runs in the page: what it noted so far, a line each. */
export function readProblems(): string[] {
  return window.notedProblems ?? []
}
