// What an editor types of a process, and what becomes of it when a colleague has saved the process meanwhile.
import type { Audience, Process } from "../../api/nouns.ts";
import type { PlannedStage } from "./planned.ts";

export type SupportersFrom = Process["amendments"]["supporters_from"];

export interface Typed {
    title: string;
    description: string;
    audience: Audience;
    units: number[];
    admits_participants: boolean;
    stages: PlannedStage[];
    until: string;
    participants_amend: boolean;
    supporters: number;
    supporters_from: SupportersFrom;
    supporters_units: number[];
    supporter_units: number;
    each: number;
    chain: number[];
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Stage by stage and field by field: what somebody touched stands, all else is as it is now. */
function stagesOnto(typed: PlannedStage[], base: PlannedStage[], now: PlannedStage[]): PlannedStage[] {
    const named = (list: PlannedStage[], id: number | undefined) =>
        id === undefined ? undefined : list.find((one) => one.id === id);
    const kept = typed.flatMap((one): PlannedStage[] => {
        const was = named(base, one.id);
        const is = named(now, one.id);
        if (was === undefined) return [one];
        // A colleague took it away: it goes, unless something was typed in it.
        if (is === undefined) return same(one, was) ? [] : [{ title: one.title, kind: one.kind, starts: one.starts }];
        return [
            {
                ...is,
                title: one.title === was.title ? is.title : one.title,
                kind: one.kind === was.kind ? is.kind : one.kind,
                starts: one.starts === was.starts ? is.starts : one.starts,
            },
        ];
    });
    const added = now.filter((one) => named(base, one.id) === undefined);
    // Where nobody here moved or removed any, they stand in the colleague's order.
    const order = (list: PlannedStage[]) => list.map((one) => one.id);
    if (!same(order(typed), order(base))) return [...kept, ...added];
    return now.map((one) => named(kept, one.id) ?? one).concat(kept.filter((one) => named(now, one.id) === undefined));
}

/**
 * @param typed what stands in the form
 * @param base what the form was filled with
 * @param now the process as it has become
 * @returns what the form shows then: what was touched as it was typed, the rest as it is now
 */
export function onto(typed: Typed, base: Typed, now: Typed): Typed {
    const pick = <Key extends keyof Typed>(key: Key) => (same(typed[key], base[key]) ? now[key] : typed[key]);
    return {
        title: pick("title"),
        description: pick("description"),
        audience: pick("audience"),
        units: pick("units"),
        admits_participants: pick("admits_participants"),
        stages: stagesOnto(typed.stages, base.stages, now.stages),
        until: pick("until"),
        participants_amend: pick("participants_amend"),
        supporters: pick("supporters"),
        supporters_from: pick("supporters_from"),
        supporters_units: pick("supporters_units"),
        supporter_units: pick("supporter_units"),
        each: pick("each"),
        chain: pick("chain"),
    };
}
