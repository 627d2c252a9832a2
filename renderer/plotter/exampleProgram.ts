/** Offered while the plotter has nothing to draw; runs on any board. */
export const EXAMPLE_NAME = 'curves.py'
export const EXAMPLE_PROGRAM = `# Each line of numbers becomes a point of each curve.
import math
import time

step = 0
while True:
    angle = step / 20
    print("sine:%.3f cosine:%.3f" % (math.sin(angle), math.cos(angle)))
    step += 1
    time.sleep(0.02)
`
