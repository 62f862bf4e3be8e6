// One unit: where it stands, who holds what in it, what stands below it, and what its administrators do.
import { useEffect, useState } from "preact/hooks";
import { Refusal } from "../../api/request.ts";
import type { Unit } from "../../api/nouns.ts";
import { fetchUnit, fetchUnits } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { idIn } from "../../shell/page.ts";
import { onBack } from "../../shell/reach.ts";
import { account, holds, onRightsChanged, refreshMe } from "../../shell/session.ts";
import { mount } from "../../shell/shell.tsx";
import { nameThePage } from "../../shell/title.ts";
import { Problem } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Branches } from "./branches.tsx";
import { GrantDialog, InviteDialog, RenameDialog } from "./dialogs.tsx";
import { UnitProcesses } from "./processes.tsx";
import { Standings } from "./standings.tsx";
import { type Branch, pathOf, treesOf } from "./tree.ts";
import { UnitForm } from "./unit_form.tsx";

type Asking = "grant" | "invite" | "rename" | "found" | null;

function Crumbs({ unit, units }: { unit: Unit; units: Unit[] }) {
    const above = pathOf(unit)
        .slice(0, -1)
        .map((id) => units.find((one) => one.id === id))
        .filter((one) => one !== undefined);
    return (
        <nav class="crumbs" aria-label={t("unit.path")}>
            <a href="/units">{t("unit.title")}</a>
            {above.map((one) => (
                <a key={one.id} href={`/units/${one.id}`}>
                    {one.name}
                </a>
            ))}
        </nav>
    );
}

function Below({ unit, units }: { unit: Unit; units: Unit[] }) {
    const [open, setOpen] = useState(new Set<number>());
    const all = treesOf(units.filter((one) => one.id !== unit.id && pathOf(one).includes(unit.id)));
    const affiliates = treesOf(units.filter((one) => one.affiliated_to === unit.id));
    const rest = {
        isOpen: (branch: Branch) => open.has(branch.unit.id),
        onTurn: (branch: Branch) => {
            const next = new Set(open);
            if (!next.delete(branch.unit.id)) next.add(branch.unit.id);
            setOpen(next);
        },
        nameOf: (id: number) => units.find((one) => one.id === id)?.name ?? "",
    };
    return (
        <>
            {all.length > 0 && (
                <section aria-labelledby="below">
                    <h2 id="below">{t("unit.belowTitle")}</h2>
                    <Branches branches={all} {...rest} />
                </section>
            )}
            {affiliates.length > 0 && (
                <section aria-labelledby="affiliates">
                    <h2 id="affiliates">{t("unit.affiliates")}</h2>
                    <Branches branches={affiliates} {...rest} />
                </section>
            )}
        </>
    );
}

function Office({ unit, ask }: { unit: Unit; ask: (what: Asking) => void }) {
    const mayBegin = unit.may.administer || holds("editor", unit.id);
    if (!mayBegin) return null;
    return (
        <div class="actions unit-office">
            <a class="button" href={`/units/${unit.id}/processes/new`}>
                <Icon name="plus" /> {t("front.newProcess")}
            </a>
            {unit.may.administer && (
                <>
                    <button type="button" class="button quiet" onClick={() => ask("grant")}>
                        {t("standing.grant")}
                    </button>
                    <button type="button" class="button quiet" onClick={() => ask("invite")}>
                        {t("invitation.invite")}
                    </button>
                    <button type="button" class="button quiet" onClick={() => ask("found")}>
                        {t("unit.new")}
                    </button>
                    <button type="button" class="button quiet" onClick={() => ask("rename")}>
                        {t("unit.rename")}
                    </button>
                </>
            )}
        </div>
    );
}

function Shown({ unit, units, reload }: { unit: Unit; units: Unit[]; reload: () => void }) {
    const [asking, setAsking] = useState<Asking>(null);
    const close = () => setAsking(null);
    const done = (sentence: string) => {
        close();
        announce(sentence);
        reload();
    };
    const affiliated = units.find((one) => one.id === unit.affiliated_to);
    return (
        <>
            <Crumbs unit={unit} units={units} />
            <p class="eyebrow">
                {t(`unit.kind.${unit.kind}`)}
                {affiliated !== undefined && (
                    <>
                        {" · "}
                        <a href={`/units/${affiliated.id}`}>{t("unit.affiliatedTo", { name: affiliated.name })}</a>
                    </>
                )}
            </p>
            <h1>{unit.name}</h1>
            <Office unit={unit} ask={setAsking} />
            <UnitProcesses unit={unit.id} />
            <section aria-labelledby="standings">
                <h2 id="standings">{t("standing.title")}</h2>
                {!unit.may.administer && unit.standings?.length !== 0 && <p class="muted">{t("standing.someShown")}</p>}
                <Standings
                    standings={unit.standings ?? []}
                    administers={unit.may.administer}
                    onEnded={(standing) => {
                        done(t("standing.ended", { name: standing.account.name }));
                        if (standing.account.id === account.value?.id) void refreshMe();
                    }}
                />
            </section>
            <Below unit={unit} units={units} />
            {asking === "grant" && (
                <GrantDialog
                    unit={unit}
                    onClose={close}
                    onDone={(made) => done(t("standing.granted", { name: made.account.name }))}
                />
            )}
            {asking === "invite" && (
                <InviteDialog
                    unit={unit}
                    onClose={close}
                    onDone={(made) => done(t("invitation.sent", { email: made.email }))}
                />
            )}
            {asking === "rename" && <RenameDialog unit={unit} onClose={close} onDone={() => done(t("saved"))} />}
            {asking === "found" && (
                <UnitForm
                    above={[unit]}
                    onClose={close}
                    onFounded={(made) => done(t("unit.founded", { name: made.name }))}
                />
            )}
        </>
    );
}

function UnitPage() {
    const [shown, setShown] = useState<{ unit: Unit; units: Unit[] } | null>(null);
    const [refusal, setRefusal] = useState<Refusal | null>(null);
    const load = async () => {
        try {
            const [unit, { items }] = await Promise.all([fetchUnit(idIn("units")), fetchUnits()]);
            nameThePage(unit.name);
            setShown({ unit, units: items });
            setRefusal(null);
        } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            setRefusal(error);
        }
    };
    useEffect(() => {
        void load();
        const leave = [onRightsChanged(() => void load()), onBack(() => void load())];
        return () => leave.forEach((one) => one());
    }, []);
    return (
        <div class="units-page">
            {shown === null && refusal !== null && (
                <h1>
                    <a href="/units">{t("unit.title")}</a>
                </h1>
            )}
            <Problem refusal={refusal} />
            {shown !== null && <Shown {...shown} reload={() => void load()} />}
        </div>
    );
}

export function start(): void {
    mount("main", <UnitPage />);
}
