// The proof of work that a stranger's browser brings along, worked out while one reads.
import { solveChallenge } from "altcha-lib/v1";
import { fetchChallenge } from "../../api/answering_routes.ts";

/** The solution as the server reads it; null where none could be had. */
export async function workOut(consultation: number): Promise<string | null> {
    try {
        const { algorithm, challenge, salt, signature, maxnumber } = await fetchChallenge(consultation);
        const solution = await solveChallenge(challenge, salt, algorithm, maxnumber).promise;
        if (solution === null) return null;
        return btoa(JSON.stringify({ algorithm, challenge, number: solution.number, salt, signature }));
    } catch {
        return null;
    }
}
