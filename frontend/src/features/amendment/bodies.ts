// The bodies for which the reader may speak.
import { me } from "../../shell/session.ts";

export const bodies = () => me.value.standings.filter((one) => ["editor", "administrator"].includes(one.role));
