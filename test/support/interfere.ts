type Call<Args extends unknown[], Result> = (...args: Args) => Promise<Result>;

/** The call, with something else happening before its first time: how a race is lost on purpose. */
export function beforeFirst<Args extends unknown[], Result>(
  call: Call<Args, Result>,
  meanwhile: () => Promise<unknown>,
): Call<Args, Result> {
  return afterCalls(0, call, meanwhile);
}

/** The same after some undisturbed calls. */
export function afterCalls<Args extends unknown[], Result>(
  undisturbed: number,
  call: Call<Args, Result>,
  meanwhile: () => Promise<unknown>,
): Call<Args, Result> {
  let calls = 0;
  return async (...args) => {
    calls += 1;
    if (calls === undisturbed + 1) await meanwhile();
    return call(...args);
  };
}

/** The process ended here. */
export class Died extends Error {}

/** A call that is never made: the process died before it. */
export function diesBefore(): Promise<never> {
  return Promise.reject(new Died('the process died'));
}
