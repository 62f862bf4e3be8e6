#include "app/config.hpp"

#include <CLI/CLI.hpp>

namespace samrad::app {

std::string Config::origin() const {
    std::string url = public_url.empty() ? "http://localhost:" + std::to_string(port) : public_url;
    while (!url.empty() && url.back() == '/') url.pop_back();
    return url;
}

std::vector<std::string> Config::origins() const {
    std::vector<std::string> all = more_origins;
    all.push_back(origin());
    if (public_url.empty()) all.push_back("http://127.0.0.1:" + std::to_string(port));
    return all;
}

void add_settings(CLI::App& program, Config& config) {
    const auto setting = [&](const char* name, auto& value, const char* variable, const char* what) {
        return program.add_option(name, value, what)->envname(variable)->capture_default_str()->group("Settings");
    };
    program.set_config("--config", "", "A TOML file with settings")->envname("SAMRAD_CONFIG");
    setting("--database", config.database, "SAMRAD_DATABASE_URL", "PostgreSQL, as a URL or a connection string");
    setting("--address", config.address, "SAMRAD_ADDRESS", "The address to listen on");
    setting("--port", config.port, "SAMRAD_PORT", "The port to listen on");
    setting("--public-url", config.public_url, "SAMRAD_PUBLIC_URL",
            "What links in mails begin with, and the allowed origin; http://localhost:PORT where it is not set");
    setting("--origin", config.more_origins, "SAMRAD_ORIGINS", "Further allowed origins, with commas between")
        ->delimiter(',');
    setting("--organisation", config.organisation, "SAMRAD_ORGANISATION", "The name of the organisation");
    setting("--open-sign-up", config.open_sign_up, "SAMRAD_OPEN_SIGN_UP",
            "Whether people sign up without an invitation");
    setting("--frontend", config.frontend, "SAMRAD_FRONTEND", "The folder with the built pages (dist/) and templates/");
    setting("--mail-folder", config.mail_folder, "SAMRAD_MAIL_FOLDER",
            "Where mails go as files without an SMTP server");
    setting("--smtp-url", config.smtp_url, "SAMRAD_SMTP_URL", "The SMTP server, such as smtp://mail.example.org:587");
    setting("--smtp-user", config.smtp_user, "SAMRAD_SMTP_USER", "The user at the SMTP server");
    setting("--smtp-password", config.smtp_password, "SAMRAD_SMTP_PASSWORD", "The password at the SMTP server");
    setting("--mail-from", config.mail_from, "SAMRAD_MAIL_FROM", "The sender of mails");
    setting("--pandoc", config.pandoc, "SAMRAD_PANDOC", "The program that makes DOCX and ODT; empty makes none");
    setting("--weasyprint", config.weasyprint, "SAMRAD_WEASYPRINT", "The program that makes PDF; empty makes none");
    setting("--workers", config.workers, "SAMRAD_WORKERS", "Threads that handle requests")->check(CLI::Range(1, 256));
    setting("--connections", config.connections, "SAMRAD_CONNECTIONS", "Connections to the database")
        ->check(CLI::Range(2, 512));
    setting("--database-patience", config.database_patience, "SAMRAD_DATABASE_PATIENCE",
            "Seconds without any answer of the database until requests are refused")
        ->check(CLI::Range(0.5, 60.0));
    setting("--trusted-proxy", config.trusted_proxies, "SAMRAD_TRUSTED_PROXIES",
            "Addresses of proxies whose X-Forwarded-For is believed, with commas between")
        ->delimiter(',');
    setting("--connections-per-address", config.connections_per_address, "SAMRAD_CONNECTIONS_PER_ADDRESS",
            "Open connections from one address; 0 is no limit");
    setting("--limit-scale", config.limit_scale, "SAMRAD_LIMIT_SCALE",
            "2 allows twice as many tries everywhere; 0 is no limits, for load runs")
        ->check(CLI::Range(0.0, 1000.0));
    setting("--log-level", config.log_level, "SAMRAD_LOG_LEVEL", "debug, info, warning or error")
        ->check(CLI::IsMember({"debug", "info", "warning", "error"}));
}

}  // namespace samrad::app
