/** The checksum of Sensirion's sensors: polynomial x8 + x5 + x4 + 1, from 0xff, highest bit first (SHT3x data sheet, 4.12). */
export function sensirionCrc(bytes: Iterable<number>): number {
  let crc = 0xff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x80) === 0 ? crc << 1 : ((crc << 1) ^ 0x31) & 0xff
  }
  return crc
}

/** The checksum of the 1-wire bus: polynomial x8 + x5 + x4 + 1, from 0, lowest bit first (DS18B20 data sheet, CRC generation). */
export function oneWireCrc(bytes: Iterable<number>): number {
  let crc = 0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 0 ? crc >> 1 : (crc >> 1) ^ 0x8c
  }
  return crc
}
