// Runs before the first paint, as a classic script: sets the reader's chosen theme, so that no page flashes.
try {
    const theme = localStorage.getItem("samrad:theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
    const lines = localStorage.getItem("samrad:lines");
    if (lines === "off" || lines === "every") document.documentElement.dataset.lines = lines;
} catch {
    // storage may be forbidden; then the theme of the system holds
}
document.documentElement.dataset.script = "on";
