import { describe, expect, it } from 'vitest'
import { UartLine } from '../../../../main/virtual/parts/uartLine'
import { hex } from './partBench'

/** 1,000 baud and ten bits a byte: a byte takes 10 ms. */
function line(most = 256): UartLine {
  const made = new UartLine()
  made.open(1_000, 10, most)
  return made
}

describe('a serial line that is wired to itself', () => {
  it('brings back what is sent, as fast as the baud rate lets it', () => {
    const uart = line()
    uart.send(hex('01 02 03'), 100)
    expect([uart.arrived(109), uart.arrived(110), uart.arrived(125), uart.arrived(130)]).toEqual([0, 1, 2, 3])
    expect([uart.nextArrival(100), uart.nextArrival(110), uart.nextArrival(130)]).toEqual([110, 120, Infinity])
    expect([uart.busyMs(100), uart.busyMs(130)]).toEqual([30, 0])
    expect([uart.take(2, 130), uart.take(9, 130)]).toEqual([hex('01 02'), hex('03')])
  })

  it('sends one thing after the other', () => {
    const uart = line()
    uart.send(hex('01'), 0)
    uart.send(hex('02'), 5)
    expect([uart.arrived(15), uart.arrived(20)]).toEqual([1, 2])
  })

  it('drops what comes when nobody has read the rest, and goes on afterwards', () => {
    const uart = line(2)
    uart.send(hex('01 02 03 04'), 0)
    expect(uart.take(9, 30)).toEqual(hex('01 02'))
    expect(uart.take(9, 40)).toEqual(hex('04'))
  })
})
