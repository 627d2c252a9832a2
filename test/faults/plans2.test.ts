import { faultSuite } from '../rig/faults/faultSuite'

faultSuite(2)
