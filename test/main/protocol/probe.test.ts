import { describe, expect, it } from 'vitest'

import { FINGERPRINT_SCRIPT, FIRST_SCRIPT, SECOND_SCRIPT } from '../../../main/protocol/probeScripts'

describe('what a firmware is asked', () => {
  it.each([FIRST_SCRIPT, SECOND_SCRIPT, FINGERPRINT_SCRIPT])('fits into the memory of the smallest boards', (script) => {
    expect(script.length).toBeLessThan(1_000)
  })
})
