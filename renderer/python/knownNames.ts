/** The builtins and words that programs for boards use. */
export const BUILTINS: readonly string[] =
  'abs all any bin bool bytearray bytes callable chr dict dir divmod enumerate eval exec filter float getattr globals hasattr hash hex id input int isinstance issubclass iter len list locals map max min next object oct open ord pow print property range repr reversed round set setattr slice sorted staticmethod str sum super tuple type zip True False None and or not if elif else for while def class return import from try except finally with lambda pass break continue Exception OSError ValueError TypeError KeyError IndexError KeyboardInterrupt'.split(
    ' ',
  )

/** What tutorials take from the commonest modules, by module. */
export const MODULE_NAMES: Readonly<Record<string, readonly string[]>> = {
  machine:
    'Pin Signal ADC PWM I2C SoftI2C SPI SoftSPI UART Timer RTC WDT I2S reset soft_reset freq unique_id idle lightsleep deepsleep reset_cause time_pulse_us bitstream'.split(
      ' ',
    ),
  time: 'sleep sleep_ms sleep_us ticks_ms ticks_us ticks_cpu ticks_add ticks_diff time time_ns localtime gmtime mktime'.split(' '),
  random: 'randint random choice uniform randrange getrandbits seed'.split(' '),
  math: 'sin cos tan asin acos atan atan2 sqrt pow exp log log2 log10 floor ceil fabs degrees radians pi e isnan isinf'.split(' '),
  neopixel: ['NeoPixel'],
  dht: ['DHT11', 'DHT22'],
  network: ['WLAN', 'STA_IF', 'AP_IF'],
  os: 'listdir mkdir remove rename rmdir stat statvfs chdir getcwd uname urandom ilistdir sync'.split(' '),
  sys: 'exit argv path version platform implementation modules stdin stdout print_exception maxsize'.split(' '),
  json: ['dumps', 'loads', 'dump', 'load'],
  gc: ['collect', 'mem_free', 'mem_alloc', 'enable', 'disable', 'threshold'],
  asyncio: 'run create_task sleep sleep_ms gather wait_for Event Lock Queue Stream open_connection start_server'.split(' '),
}

/** Modules that a program can name. */
export const MODULES: readonly string[] = [
  ...Object.keys(MODULE_NAMES),
  ...'array binascii bluetooth cmath collections deflate errno esp32 framebuf hashlib heapq io micropython ntptime onewire ds18x20 platform re requests rp2 select socket ssl struct uctypes umqtt _thread'.split(
    ' ',
  ),
]

/** What values of the builtin classes can do. */
export const METHODS: Readonly<Record<string, readonly string[]>> = {
  str: 'count encode endswith find format index isalpha isdigit islower isspace isupper join lower lstrip partition replace rfind rindex rsplit rstrip split splitlines startswith strip upper center'.split(
    ' ',
  ),
  list: 'append clear copy count extend index insert pop remove reverse sort'.split(' '),
  dict: 'clear copy get items keys pop popitem setdefault update values fromkeys'.split(' '),
  set: 'add clear copy difference discard intersection isdisjoint issubset issuperset pop remove union update'.split(' '),
  tuple: ['count', 'index'],
  bytes: 'count decode endswith find join replace split startswith strip hex'.split(' '),
  Pin: 'init value on off toggle high low irq mode pull drive IN OUT OPEN_DRAIN PULL_UP PULL_DOWN IRQ_RISING IRQ_FALLING'.split(' '),
  PWM: 'init deinit freq duty duty_u16 duty_ns'.split(' '),
  ADC: 'init read read_u16 read_uv atten width block'.split(' '),
  I2C: 'init deinit scan start stop readinto write readfrom readfrom_into writeto writevto readfrom_mem readfrom_mem_into writeto_mem'.split(
    ' ',
  ),
  UART: 'init deinit any read readinto readline write sendbreak flush txdone irq'.split(' '),
  Timer: ['init', 'deinit', 'ONE_SHOT', 'PERIODIC'],
  NeoPixel: ['fill', 'write'],
}
