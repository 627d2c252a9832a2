import { describe, expect, it } from 'vitest'
import { connectionMessage } from '../../../renderer/connection/connectionMessage'
import { AppError, ErrorCode } from '../../../shared/errors'

describe('what is said when a port cannot be opened', () => {
  it('gives the command that joins the group which has the port', () => {
    const message = connectionMessage(new AppError('port-permission', 'EACCES', { port: '/dev/ttyACM0', group: 'dialout' }), '/dev/ttyACM0')
    expect(message).toEqual({
      title: 'No permission for /dev/ttyACM0',
      text: 'You aren’t in group dialout. Join it, then log out and in.',
      offers: ['copy-command', 'retry'],
      command: 'sudo usermod -aG dialout $USER',
    })
  })

  it('never puts a strange group name into a command for a shell', () => {
    const message = connectionMessage(new AppError('port-permission', 'EACCES', { group: 'x; rm -rf ~' }), 'COM7')
    expect(message.command).toBeUndefined()
    expect(message.offers).not.toContain('copy-command')
    expect(JSON.stringify(message)).not.toContain('rm -rf')
  })

  it('names the program that holds the port', () => {
    const busy = (details: Record<string, string>) => connectionMessage(new AppError('port-busy', 'Cannot lock port', details), 'COM5')
    expect(busy({ holder: 'screen (812)' }).title).toBe('screen (812) is using COM5')
    expect(busy({}).title).toBe('Another program is using COM5')
    expect(busy({}).offers).toContain('retry')
  })

  it('leads a user whose board is not found to the list and to the virtual board', () => {
    const message = connectionMessage(new AppError('port-not-found', 'ENOENT'), '/dev/ttyUSB9')
    expect(message.title).toContain('/dev/ttyUSB9')
    expect(message.text).toContain('Charge-only cables')
    expect(message.offers).toEqual(['choose-port', 'use-virtual'])
  })

  it.each(ErrorCode.options)('says what failed, why and what to do for %s', (code) => {
    const message = connectionMessage(new AppError(code, 'The cause'), 'COM5')
    expect(message.title + message.text).toMatch(/COM5|Perfboard/)
    expect(message.text).not.toBe('')
    expect(message.offers.length).toBeGreaterThan(0)
  })

  it('says the own reason of a port on the network, and nothing of cables', () => {
    const error = new AppError('port-not-found', 'Nothing listens at socket://pi:4000')
    expect(connectionMessage(error, 'socket://pi:4000')).toEqual({
      title: 'socket://pi:4000 could not be opened',
      text: 'Nothing listens at socket://pi:4000',
      offers: ['retry', 'choose-port'],
    })
  })
})
