/** What a contact at the module's edge is: a pin by its number, ground, or what has no level of its own. */
export type Contact = number | 'ground' | 'other'

/** The contacts from the USB socket downwards, as on a Raspberry Pi Pico, so that its pinout cards fit. */
export const LEFT_CONTACTS: readonly Contact[] = [
  0,
  1,
  'ground',
  2,
  3,
  4,
  5,
  'ground',
  6,
  7,
  8,
  9,
  'ground',
  10,
  11,
  12,
  13,
  'ground',
  14,
  15,
]
export const RIGHT_CONTACTS: readonly Contact[] = [
  'other',
  'other',
  'ground',
  'other',
  'other',
  'other',
  28,
  'ground',
  27,
  26,
  'other',
  22,
  'ground',
  21,
  20,
  19,
  18,
  'ground',
  17,
  16,
]

/** Distance of two contacts in the drawing, and where the first is. */
export const PITCH = 12
export const FIRST_CONTACT = 6.5
