import type { StopChoice } from '../../shared/board'
import { hasCode } from '../../shared/errors'
import { t, text } from '../../shared/language/language'
import { bridge } from '../bridge/bridge'
import { jobReason, stopRole } from '../connection/availability'
import { clearRunProblems, reportRun } from '../problems/runProblems'
import { showPanel, useLayout } from '../stores/layoutStore'
import { showNotice } from '../stores/noticesStore'
import { rememberEnd, rememberRun } from '../stores/runStore'
import { activeSession } from '../stores/sessionsStore'
import { openPicker } from '../stores/shellStore'
import { noteRan } from '../variables/variablesStore'
import { noteRunEnded } from '../variables/readVariables'
import { cancelJob, disconnect } from './connectionActions'
import { activeText } from './documentActions'
import { showBoardFailure } from './showFailure'
import { withPrompt } from './withPrompt'

const RUNNING = text('Running')

/** Runs the text of the tab in front, without saving it. While a program runs it is stopped first: Run again means again. */
export async function runActive(): Promise<void> {
  const text = activeText()
  if (text === null) return
  await runText(text)
}

/** Runs text under a name; `id` is the document that a traceback's lines belong to. Resolves when the program has ended. */
export async function runText({ id, name, text }: { id: string; name: string; text: string }): Promise<void> {
  const session = activeSession()
  if (session === null || session.state.kind === 'closed') {
    openPicker()
    return
  }
  const reason = jobReason(session)
  if (reason !== null) {
    showNotice({ tone: 'info', title: t('Run isn’t available'), text: reason })
    return
  }
  const run = (stop: StopChoice): ReturnType<typeof request> => {
    rememberRun(session.id, id, { name, text })
    clearRunProblems()
    if (!useLayout.getState().panelOpen || useLayout.getState().panelTab !== 'plotter') showPanel('terminal')
    return request(stop)
  }
  const request = (stop: StopChoice) => bridge().request('session.run', { session: session.id, name, text, stop })
  try {
    const outcome = await (session.state.kind === 'running' ? run('stop') : withPrompt(RUNNING, run))
    if (outcome === null) return
    rememberEnd(session.id, outcome.kind)
    reportRun(id, outcome, text)
    if (outcome.kind !== 'lost') noteRunEnded(session.id)
  } catch (error) {
    showBoardFailure(t('{{name}} could not be run', { name }), error)
  }
}

/** What the button beside Run does now: interrupt, cancel the job, or give up opening or waiting. */
export async function stop(): Promise<void> {
  const session = activeSession()
  const role = stopRole(session)
  if (session === null || role.reason !== null) return
  switch (role.does) {
    case 'close':
      return disconnect()
    case 'cancel-job':
      return cancelJob()
    case 'stop':
      return onActive(t('The program could not be stopped'), 'session.stop')
  }
}

/** Ctrl-D at the prompt: the board begins anew, then runs its main.py. */
export function softReset(): Promise<void> {
  return onActive(t('The soft reset failed'), 'session.softReset')
}

/** Resets the board through its reset line. */
export function hardReset(): Promise<void> {
  return onActive(t('The hard reset failed'), 'session.hardReset')
}

async function onActive(title: string, name: 'session.stop' | 'session.softReset' | 'session.hardReset'): Promise<void> {
  const session = activeSession()
  if (session === null) return
  try {
    await bridge().request(name, { session: session.id })
    if (name !== 'session.stop') noteRan(session.id)
  } catch (error) {
    // The strip says of a board that it doesn't answer, and what can be done.
    if (name !== 'session.stop' || !hasCode(error, 'no-prompt')) showBoardFailure(title, error)
  }
}
