#include "features/amendments/import_repeats.hpp"

#include <array>
#include <map>
#include <string_view>
#include <tuple>

#include "domain/text/change_json.hpp"

namespace samrad::features {

namespace {

constexpr std::array<std::string_view, 2> heads{"Forslagsstiller: ", "Sponsor: "};

std::string who(const ImportRow& row) {
    std::string names = row.sponsor;
    if (!row.unit.empty()) names += (names.empty() ? "" : ", ") + row.unit;
    return names;
}

// The name on paper that a reason begins with, in whichever language it was brought in; "" where it begins with none.
std::string who_in(const std::string& reason) {
    const auto first = reason.substr(0, reason.find("\n\n"));
    for (const auto head : heads) {
        if (first.starts_with(head) && first.ends_with('.')) {
            return first.substr(head.size(), first.size() - head.size() - 1);
        }
    }
    return "";
}

// What is said, and who says it.
using Said = std::tuple<std::string, std::string, std::string>;

}  // namespace

std::string paper_sponsor(const ImportRow& row, domain::Language language) {
    const auto names = who(row);
    return names.empty() ? "" : std::string(heads[language == domain::Language::nb ? 0 : 1]) + names + ".";
}

std::vector<Repeats> mark_repeats(const std::vector<ImportRow>& rows, std::vector<MatchedRow>& matched, UnitId unit,
                                  const std::vector<domain::Amendment>& pending) {
    std::map<Said, Repeats> said;
    for (const auto& one : pending) {
        if (one.sponsor_unit != unit || one.amends) continue;
        said.try_emplace({one.now_change, one.instruction, who_in(one.reason)}, Repeats{one.id, one.number, 0});
    }
    std::vector<Repeats> repeats(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto& one = matched[i];
        if (one.fate != RowFate::matched) continue;
        const auto words = one.change ? domain::to_json(*one.change) : std::string();
        const auto [place, fresh] =
            said.try_emplace({words, one.change ? "" : rows[i].instruction, who(rows[i])}, Repeats{{}, 0, rows[i].row});
        if (fresh) continue;
        repeats[i] = place->second;
        one.fate = place->second.amendment ? RowFate::there : RowFate::repeated;
    }
    return repeats;
}

}  // namespace samrad::features
