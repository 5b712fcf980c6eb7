// How long a test waits before it calls something a hang. It proves no speed: two cores may be shared, and benchmarks measure that.

/** Milliseconds; below the time a unit test has. */
export const patience = 25_000;
