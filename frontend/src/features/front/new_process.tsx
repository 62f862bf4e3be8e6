import { useState } from "preact/hooks";
import { t } from "../../i18n/words.ts";
import { me } from "../../shell/session.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Icon } from "../../ui/icon.tsx";

/** The units in which the reader begins processes by a standing of their own, each once. */
function unitsOfOffice() {
    const units = new Map<number, string>();
    for (const { role, unit } of me.value.standings)
        if (role === "editor" || role === "administrator") units.set(unit.id, unit.name);
    return [...units].map(([id, name]) => ({ id, name }));
}

const address = (unit: number) => `/units/${unit}/processes/new`;

/** The way to a new process, for those who may begin one; with several units it asks in which. */
export function NewProcess() {
    const [asking, setAsking] = useState(false);
    const units = unitsOfOffice();
    if (units.length === 0) return null;
    const word = (
        <>
            <Icon name="plus" /> {t("front.newProcess")}
        </>
    );
    if (units.length === 1)
        return (
            <a class="button quiet" href={address(units[0]!.id)}>
                {word}
            </a>
        );
    return (
        <>
            <button type="button" class="button quiet" onClick={() => setAsking(true)}>
                {word}
            </button>
            {asking && (
                <Dialog title={t("front.newProcessWhere")} onClose={() => setAsking(false)}>
                    <ul class="rows">
                        {units.map((unit) => (
                            <li key={unit.id}>
                                <a href={address(unit.id)}>{unit.name}</a>
                            </li>
                        ))}
                    </ul>
                </Dialog>
            )}
        </>
    );
}
