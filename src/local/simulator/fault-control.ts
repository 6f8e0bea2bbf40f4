import { apiError, ok, type Answer } from './call.js';
import { controlRoute, withBody } from './control-route.js';
import { namedFaults } from './faults/all.js';
import { faultSchema } from './faults/asked-fault.js';
import type { Faults } from './faults/faults.js';
import type { Route } from './route.js';

const done: Answer = { status: 204 };

/** Faults: the names there are and what waits, asked for, removed. */
export function faultControl(faults: Faults): readonly Route[] {
  return [
    controlRoute('GET', 'faults', () => ok(overview(faults))),
    controlRoute(
      'POST',
      'faults',
      withBody(faultSchema, (fault) => {
        faults.add(fault);
        return done;
      }),
    ),
    controlRoute('DELETE', 'faults', () => {
      faults.clear();
      return done;
    }),
    controlRoute('DELETE', 'faults/{name}', (call) => {
      const name = call.params['name'] ?? '';
      if (!namedFaults.some((fault) => fault.name === name)) {
        return apiError(404, `No fault is called ${name}.`);
      }
      faults.remove(name);
      return done;
    }),
  ];
}

function overview(faults: Faults) {
  return {
    faults: namedFaults.map(({ name, description, basis, route }) => ({ name, description, basis, route })),
    waiting: faults.waiting().map(({ fault: { name, route }, left }) => ({ name, route, left })),
  };
}
