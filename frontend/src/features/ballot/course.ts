// A ballot only goes forward: from a draft to open to closed, and no vote is taken back. So of two accounts of it, which
// may come in any order (an event, the answer to one's own vote, a page that was asked for), the further one is newer.
import type { Ballot } from "../../api/nouns.ts";

const step = (ballot: Ballot) => ["draft", "open", "closed"].indexOf(ballot.state);
const voted = ({ turnout }: Ballot) => turnout.members.voted + turnout.participants.voted;

/** What is known of a ballot, with what came in. Events say nothing of one's own vote and rights: those stay. */
export function further(known: Ballot, came: Ballot): Ballot {
    const own = { ...known, ...(came.mine && { mine: came.mine }) };
    if (step(came) < step(known)) return own;
    if (step(came) === step(known) && voted(came) < voted(known)) return { ...own, ...(came.may && { may: came.may }) };
    const passed = step(came) > step(known) && known.may && { may: { ...known.may, vote: false } };
    return { ...known, ...passed, ...came };
}
