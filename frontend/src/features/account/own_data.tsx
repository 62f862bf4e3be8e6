// What is on record about the reader, as a file, and the erasure of the account.
import { eraseMe } from "../../api/answering_routes.ts";
import { t } from "../../i18n/words.ts";
import { SmallForm } from "./small_form.tsx";

export function OwnData() {
    return (
        <section aria-labelledby="own-data">
            <h2 id="own-data">{t("account.data")}</h2>
            <p class="hint">{t("account.dataHint")}</p>
            <p>
                <a class="button quiet" href="/api/me/data" download="samrad.json">
                    {t("account.download")}
                </a>
            </p>
            <details class="erasure">
                <summary>{t("account.erase")}</summary>
                <p>{t("account.eraseHint")}</p>
                <SmallForm
                    fields={[
                        {
                            name: "password",
                            label: t("account.eraseConfirm"),
                            type: "password",
                            autocomplete: "current-password",
                        },
                    ]}
                    button={t("account.eraseNow")}
                    act={async ([password]) => {
                        await eraseMe(password!);
                        location.assign("/");
                    }}
                />
            </details>
        </section>
    );
}
