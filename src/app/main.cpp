#include <CLI/CLI.hpp>
#include <iostream>

#include "app/account_command.hpp"
#include "app/config.hpp"
#include "app/demo_command.hpp"
#include "app/import_command.hpp"
#include "app/serve.hpp"
#include "app/text_command.hpp"
#include "app/unit_command.hpp"
#include "base/log.hpp"
#include "base/problem.hpp"
#include "features/tallies/tally_actions.hpp"
#include "storage/migrate.hpp"
#include "storage/pool.hpp"

namespace {

using namespace samrad;

int migrate(const app::Config& config) {
    const auto done = storage::migrate(config.database);
    for (const auto& name : done) std::cout << "applied " << name << "\n";
    if (done.empty()) std::cout << "the schema is up to date\n";
    storage::Pool pool(config.database, 1, storage::As::owner);
    const int recounted = features::recount_answers(pool);
    if (recounted > 0) std::cout << "counted " << recounted << " answers anew\n";
    return 0;
}

void set_log_level(const std::string& word) {
    log::set_level(word == "debug"     ? log::Level::debug
                   : word == "warning" ? log::Level::warning
                   : word == "error"   ? log::Level::error
                                       : log::Level::info);
}

}  // namespace

int main(int count, char** arguments) {
    CLI::App program("Samråd: developing policy together", "samrad");
    program.set_version_flag("--version", SAMRAD_VERSION);
    program.require_subcommand(1);
    program.fallthrough();
    app::Config config;
    app::add_settings(program, config);
    int code = 0;
    program.add_subcommand("serve", "Serve the pages, the interface and the live socket")->callback([&] {
        set_log_level(config.log_level);
        code = app::serve(config);
    });
    program.add_subcommand("migrate", "Bring the schema up to date")->callback([&] { code = migrate(config); });
    program.add_subcommand("demo", "Load the demo organisation into an empty database")->callback([&] {
        code = app::load_demo(config);
    });
    app::add_import_command(program, config);
    app::add_text_command(program);
    const auto database_url = [&] { return config.database; };
    app::add_account_command(program, database_url,
                             [&] { return features::Site{config.origin(), config.organisation, config.open_sign_up}; });
    app::add_unit_command(program, database_url);
    try {
        program.parse(count, arguments);
    } catch (const CLI::ParseError& ended) {
        return program.exit(ended);
    } catch (const Problem& problem) {
        std::cerr << "samrad: " << problem.code << (problem.field.empty() ? "" : " (" + problem.field + ")") << "\n";
        return 1;
    } catch (const std::exception& failure) {
        std::cerr << "samrad: " << failure.what() << "\n";
        return 1;
    }
    return code;
}
