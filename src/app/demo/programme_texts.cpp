#include "app/demo/programme_texts.hpp"

#include <sstream>
#include <stdexcept>

namespace samrad::app {

namespace {

void add_line(std::string& text, std::string_view line) {
    if (!text.empty()) text += '\n';
    text += line;
}

ToldRecommendation read_recommendation(const std::string& line) {
    std::istringstream words(line);
    ToldRecommendation told;
    words >> told.body >> told.verdict >> told.votes_for >> told.votes_against >> std::ws;
    std::getline(words, told.reason);
    return told;
}

void read_sponsor(ToldAmendment& told, const std::string& line) {
    std::istringstream words(line);
    words >> told.sponsor >> told.which;
}

void read_dissent(ToldRecommendation& told, const std::string& line) {
    const auto bar = line.find(" | ");
    if (bar == std::string::npos) throw std::runtime_error("a dissent of the demo has no text: " + line);
    told.dissent_names = line.substr(0, bar);
    told.dissent = line.substr(bar + 3);
}

void read_line(ToldAmendment& told, const std::string& line) {
    const auto space = line.find(' ');
    const auto word = line.substr(0, space);
    const auto rest = space == std::string::npos ? std::string() : line.substr(space + 1);
    if (word == "by") return read_sponsor(told, rest);
    if (word == "~") return add_line(told.reason, rest);
    if (word == "-") return add_line(told.before, rest);
    if (word == "+") return add_line(told.after, rest);
    if (word == "=") return add_line(told.instruction, rest);
    if (word == "s") return void(told.supporters = std::stoi(rest));
    if (word == "r") return void(told.recommendations.push_back(read_recommendation(rest)));
    if (!told.recommendations.empty()) {
        if (word == "w") return add_line(told.recommendations.back().wording, rest);
        if (word == "d") return read_dissent(told.recommendations.back(), rest);
    }
    throw std::runtime_error("a line of the demo's amendments says nothing: " + line);
}

}  // namespace

std::vector<ToldAmendment> read_amendments(std::string_view file) {
    std::vector<ToldAmendment> all;
    std::istringstream lines{std::string(file)};
    bool inside = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.empty()) {
            inside = false;
            continue;
        }
        if (!inside) all.emplace_back();
        inside = true;
        read_line(all.back(), line);
    }
    return all;
}

}  // namespace samrad::app
