// Every setting of the program, in one place. docs/reference/configuration.md lists them from --help.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace samrad::app {

struct Config {
    std::string database;  // libpq URL or connection string
    std::string address = "127.0.0.1";
    unsigned short port = 8080;
    std::string public_url;                 // what links in mails begin with, and the first allowed origin
    std::vector<std::string> more_origins;  // further origins that may send state-changing requests and open sockets
    std::string organisation = "Samlingspartiet";
    bool open_sign_up = true;
    std::string frontend = "frontend";     // the folder with dist/ and templates/
    std::string mail_folder = "var/mail";  // .eml files go here while no SMTP server is set
    std::string smtp_url;                  // "smtp://mail.example.org:587"
    std::string smtp_user;
    std::string smtp_password;
    std::string mail_from = "Samråd <samrad@localhost>";
    std::string pandoc = "pandoc";  // programs that make files, by name or path; "" makes none
    std::string weasyprint = "weasyprint";
    unsigned workers = 8;          // threads that handle requests
    unsigned connections = 12;     // to the database
    double database_patience = 5;  // seconds without an answer until requests are refused
    std::vector<std::string> trusted_proxies;
    unsigned connections_per_address = 0;  // 0 is no limit
    double limit_scale = 1.0;              // 2 allows twice as many tries everywhere, 0 is no limits
    std::string log_level = "info";

    // The public address without a slash at its end; http://localhost:PORT where none is set.
    std::string origin() const;
    std::vector<std::string> origins() const;
};

// Adds the options to the program. Flags win over SAMRAD_* variables, which win over the TOML file of --config.
void add_settings(CLI::App& program, Config& config);

}  // namespace samrad::app
