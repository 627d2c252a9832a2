import { describe, expect, it } from 'vitest'

import { checkedSource } from '../../../main/protocol/checkedScript'
import { FINGERPRINT_SCRIPT, FIRST_SCRIPT } from '../../../main/protocol/probeScripts'

describe('what a firmware is asked', () => {
  it.each([FIRST_SCRIPT, FINGERPRINT_SCRIPT])('fits into the memory of the smallest boards', (script) => {
    expect(checkedSource(script, {}).length).toBeLessThan(1_200)
  })
})
