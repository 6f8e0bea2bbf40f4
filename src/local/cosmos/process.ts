import { runAsChild } from '../run-as-child.js';
import { startEmbeddedCosmos } from './start-embedded-cosmos.js';

runAsChild(startEmbeddedCosmos);
