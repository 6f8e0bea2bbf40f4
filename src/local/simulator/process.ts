import { runAsChild } from '../run-as-child.js';
import { startSimulator } from './start-simulator.js';

runAsChild(startSimulator);
