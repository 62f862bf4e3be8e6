// A tree of units that opens and closes. What is closed is not drawn, so hundreds of municipalities cost nothing.
import { t } from "../../i18n/words.ts";
import { me } from "../../shell/session.ts";
import { Icon } from "../../ui/icon.tsx";
import { type Branch, countBelow } from "./tree.ts";
import { useId } from "../../ui/unique.ts";

interface Props {
    branches: Branch[];
    isOpen: (branch: Branch) => boolean;
    onTurn: (branch: Branch) => void;
    /** Names of the units that affiliates are affiliated to. */
    nameOf: (unit: number) => string;
}

const holdsHere = (unit: number) => me.value.standings.some((standing) => standing.unit.id === unit);

function Row({ branch, ...rest }: { branch: Branch } & Omit<Props, "branches">) {
    const { unit, below } = branch;
    const id = useId();
    const open = below.length > 0 && rest.isOpen(branch);
    return (
        <li>
            <div class="unit-row">
                {below.length > 0 ? (
                    <button
                        type="button"
                        class="icon-button unit-turn"
                        aria-label={t(open ? "unit.close" : "unit.open", { name: unit.name })}
                        aria-expanded={open}
                        aria-controls={id}
                        onClick={() => rest.onTurn(branch)}
                    >
                        <Icon name="right" />
                    </button>
                ) : (
                    <span class="unit-leaf" aria-hidden="true" />
                )}
                <a href={`/units/${unit.id}`} id={`unit-${unit.id}`}>
                    {unit.name}
                </a>
                <span class="unit-facts">
                    {unit.affiliated_to === null
                        ? t(`unit.kind.${unit.kind}`)
                        : t("unit.affiliatedTo", { name: rest.nameOf(unit.affiliated_to) })}
                    {below.length > 0 && !open && <> · {t("unit.countBelow", { n: countBelow(branch) })}</>}
                </span>
                {holdsHere(unit.id) && <span class="chip unit-mine">{t("unit.mine")}</span>}
            </div>
            <div id={id} hidden={!open}>
                {open && <Branches branches={below} {...rest} />}
            </div>
        </li>
    );
}

export function Branches({ branches, ...rest }: Props) {
    return (
        <ul class="unit-tree">
            {branches.map((branch) => (
                <Row key={branch.unit.id} branch={branch} {...rest} />
            ))}
        </ul>
    );
}
