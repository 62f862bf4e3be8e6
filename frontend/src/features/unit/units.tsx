// The page of all units: the party's tree, the affiliates' own trees, and a box that finds one among hundreds.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Refusal } from "../../api/request.ts";
import type { Unit } from "../../api/nouns.ts";
import { fetchUnits } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { me, onRightsChanged } from "../../shell/session.ts";
import { mount } from "../../shell/shell.tsx";
import { nameThePage } from "../../shell/title.ts";
import { Problem, TextField } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Branches } from "./branches.tsx";
import { type Branch, pathOf, plain, sift, treesOf } from "./tree.ts";
import { UnitForm } from "./unit_form.tsx";

/** Open at first: the roots, and what lies above a unit where the reader has a standing. */
function openAtFirst(units: Unit[]): Set<number> {
    const open = new Set(units.filter((unit) => unit.parent === null).map((unit) => unit.id));
    const mine = new Set(me.value.standings.map((standing) => standing.unit.id));
    for (const unit of units) if (mine.has(unit.id)) for (const id of pathOf(unit).slice(0, -1)) open.add(id);
    return open;
}

const count = (branches: Branch[], words: string): number =>
    branches.reduce((sum, one) => sum + (plain(one.unit.name).includes(words) ? 1 : 0) + count(one.below, words), 0);

function Forest({ units, open, setOpen }: { units: Unit[]; open: Set<number>; setOpen: (open: Set<number>) => void }) {
    const [typed, setTyped] = useState("");
    const [shut, setShut] = useState(new Set<number>()); // by hand, among what a search has opened
    const words = plain(typed);
    const all = treesOf(units);
    const shown = words === "" ? all : all.map((root) => sift(root, words)).filter((root) => root !== null);
    const names = new Map(units.map((unit) => [unit.id, unit.name]));
    const rest = {
        isOpen: ({ unit }: Branch) => (words === "" ? open.has(unit.id) : !shut.has(unit.id)),
        onTurn: ({ unit }: Branch) => {
            const next = new Set(words === "" ? open : shut);
            if (!next.delete(unit.id)) next.add(unit.id);
            (words === "" ? setOpen : setShut)(next);
        },
        nameOf: (unit: number) => names.get(unit) ?? "",
    };
    const own = shown.filter((root) => root.unit.kind !== "affiliate");
    const affiliates = shown.filter((root) => root.unit.kind === "affiliate");
    const found = count(shown, words);
    return (
        <>
            <div class="unit-find">
                <TextField
                    label={t("unit.find")}
                    name="find"
                    type="search"
                    value={typed}
                    onText={(text) => {
                        setTyped(text);
                        setShut(new Set());
                    }}
                />
                <p class="muted" role="status">
                    {words === "" ? t("unit.count", { n: units.length }) : t("unit.hits", { n: found })}
                </p>
            </div>
            {own.length > 0 && <Branches branches={own} {...rest} />}
            {affiliates.length > 0 && (
                <section aria-labelledby="affiliates">
                    <h2 id="affiliates">{t("unit.affiliates")}</h2>
                    <Branches branches={affiliates} {...rest} />
                </section>
            )}
            {shown.length === 0 && <p class="empty">{t("unit.hitsNone", { words: typed.trim() })}</p>}
        </>
    );
}

function UnitsPage() {
    const [units, setUnits] = useState<Unit[] | null>(null);
    const [open, setOpen] = useState(new Set<number>());
    const [refusal, setRefusal] = useState<Refusal | null>(null);
    const [founding, setFounding] = useState(false);
    const fresh = useRef<number | null>(null);
    useEffect(() => {
        const load = () =>
            fetchUnits().then(({ items }) => {
                setUnits(items);
                setOpen((before) => (before.size > 0 ? before : openAtFirst(items)));
            }, setRefusal);
        void load();
        return onRightsChanged(() => void load());
    }, []);
    useEffect(() => {
        if (fresh.current === null || founding) return;
        document.getElementById(`unit-${fresh.current}`)?.focus();
        fresh.current = null;
    });
    const administered = units?.filter((unit) => unit.may.administer) ?? [];
    return (
        <div class="units-page">
            <div class="page-head">
                <h1>{t("unit.title")}</h1>
                {administered.length > 0 && (
                    <button type="button" class="button quiet" onClick={() => setFounding(true)}>
                        <Icon name="plus" /> {t("unit.new")}
                    </button>
                )}
            </div>
            <Problem refusal={refusal} />
            {units !== null && <Forest units={units} open={open} setOpen={setOpen} />}
            {founding && units !== null && (
                <UnitForm
                    above={administered}
                    onClose={() => setFounding(false)}
                    onFounded={(unit) => {
                        fresh.current = unit.id;
                        setUnits([...units, unit]);
                        setOpen(new Set([...open, ...pathOf(unit).slice(0, -1)]));
                        setFounding(false);
                        announce(t("unit.founded", { name: unit.name }));
                    }}
                />
            )}
        </div>
    );
}

export function start(): void {
    nameThePage(t("unit.title"));
    mount("main", <UnitsPage />);
}
