/**
 * How long to wait before the next attempt to connect, in milliseconds.
 * Doubles from one second to half a minute, and is drawn evenly from the upper half-open range, so that five
 * thousand pages that lost the same server do not come back in the same instant.
 * @param attempt 0 for the first attempt after a loss
 * @param random in [0, 1)
 */
export function backoff(attempt: number, random: number): number {
    const ceiling = Math.min(30_000, 1000 * 2 ** Math.min(attempt, 10));
    return Math.round(ceiling * (0.2 + 0.8 * random));
}
