// How often something that crashed is started again before a person is asked. It starts nothing itself.

export type RestartBudget = {
  /** `now` in milliseconds. False when too many were spent lately. */
  spend: (now: number) => boolean;
  /** A person asked to try again. */
  refill: () => void;
};

export function restartBudget(most: number, withinMilliseconds: number): RestartBudget {
  let spent: number[] = [];
  return {
    spend(now) {
      spent = spent.filter((at) => now - at < withinMilliseconds);
      if (spent.length >= most) return false;
      spent.push(now);
      return true;
    },
    refill() {
      spent = [];
    },
  };
}
