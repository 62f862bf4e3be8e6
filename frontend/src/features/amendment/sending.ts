// A proposal becomes one draft on the server, however often it is pressed, and then an amendment.
import type { AmendmentAnswer } from "../../api/nouns.ts";
import { Refusal } from "../../api/request.ts";
import type { Made } from "./typed.ts";

export interface Sender {
    create: () => Promise<AmendmentAnswer>;
    change: (id: number) => Promise<AmendmentAnswer>;
    submit: (id: number) => Promise<AmendmentAnswer>;
    find: (id: number) => Promise<AmendmentAnswer>;
    /** Told at once which draft holds the words, so that the next press goes on with it. */
    made: (made: Made) => void;
}

/** Thrown away or submitted meanwhile, on another page. */
const isNoDraft = (error: unknown) =>
    error instanceof Refusal && (error.status === 404 || error.code === "amendment.not_draft");

/** @throws Refusal */
export async function store(made: Made | null, sender: Sender): Promise<AmendmentAnswer> {
    const create = async () => {
        const answer = await sender.create();
        sender.made({ id: answer.amendment.id, same: true });
        return answer;
    };
    if (made === null) return create();
    try {
        const answer = await sender.change(made.id);
        sender.made({ id: made.id, same: true });
        return answer;
    } catch (error) {
        if (isNoDraft(error)) return create();
        throw error;
    }
}

/**
 * Where the answer to an earlier press was lost after all was done, the amendment is found as it is and not sent twice.
 * @throws Refusal
 */
export async function submit(made: Made | null, sender: Sender): Promise<AmendmentAnswer> {
    if (made?.same !== true) return sender.submit((await store(made, sender)).amendment.id);
    try {
        return await sender.submit(made.id);
    } catch (error) {
        if (!isNoDraft(error)) throw error;
        if ((error as Refusal).status !== 404) return sender.find(made.id);
        return sender.submit((await store(null, sender)).amendment.id);
    }
}
