import type { Clock } from '../../src/ports.js';
import { at } from './build.js';

/** A clock that stands still until it is moved; counted in seconds from `t0`. */
export class ManualClock implements Clock {
  private seconds = 0;

  now(): string {
    return at(this.seconds);
  }

  forward(seconds: number): void {
    this.seconds += seconds;
  }
}
