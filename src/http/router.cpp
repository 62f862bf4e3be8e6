// Routes are few (about a hundred) and read on every request, so they are kept as a plain list and matched segment by
// segment; the best match is the one that is literal where another has a name, looking from the left.
#include "http/router.hpp"

#include <algorithm>
#include <compare>
#include <stdexcept>

namespace samrad::http {
namespace {

std::vector<std::string_view> segments_of(std::string_view path) {
    std::vector<std::string_view> segments;
    if (!path.empty() && path.front() == '/') path.remove_prefix(1);
    while (true) {
        const auto slash = path.find('/');
        segments.push_back(path.substr(0, slash));
        if (slash == std::string_view::npos) return segments;
        path.remove_prefix(slash + 1);
    }
}

// One segment of a pattern: "documents", "{document}", "{n}.md" or "{rest...}".
struct Part {
    std::string_view name;    // empty for a literal
    std::string_view suffix;  // what has to follow the name; the whole segment for a literal
    bool rest = false;
};

Part part_of(std::string_view segment) {
    if (segment.empty() || segment.front() != '{') return {{}, segment, false};
    const auto end = segment.find('}');
    if (end == std::string_view::npos) throw std::logic_error("route pattern without }: " + std::string(segment));
    std::string_view name = segment.substr(1, end - 1);
    const bool rest = name.ends_with("...");
    if (rest) name.remove_suffix(3);
    return {name, segment.substr(end + 1), rest};
}

// How well one segment matches: the smaller, the better.
constexpr int literal = 0, with_suffix = 1, named = 2, remainder = 3;

struct Fit {
    std::vector<int> ranks;
    std::map<std::string, std::string> arguments;
};

std::optional<Fit> fit(std::string_view pattern, std::string_view path, const std::vector<std::string_view>& segments) {
    Fit found;
    const auto parts = segments_of(pattern);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Part part = part_of(parts[i]);
        if (part.rest) {
            // Also the empty rest: "/{page...}" answers "/".
            const auto begin =
                i < segments.size() ? static_cast<std::size_t>(segments[i].data() - path.data()) : path.size();
            found.arguments.emplace(part.name, path.substr(begin));
            found.ranks.push_back(remainder);
            return found;
        }
        if (i >= segments.size()) return std::nullopt;
        if (part.name.empty()) {
            if (segments[i] != part.suffix) return std::nullopt;
            found.ranks.push_back(literal);
            continue;
        }
        std::string_view value = segments[i];
        if (!value.ends_with(part.suffix)) return std::nullopt;
        value.remove_suffix(part.suffix.size());
        if (value.empty()) return std::nullopt;
        found.arguments.emplace(part.name, value);
        found.ranks.push_back(part.suffix.empty() ? named : with_suffix);
    }
    if (parts.size() != segments.size()) return std::nullopt;
    return found;
}

}  // namespace

void Router::add(Route route) {
    for (const Route& known : routes_) {
        if (known.verb == route.verb && known.pattern == route.pattern) {
            throw std::logic_error("two routes for " + route.pattern);
        }
    }
    for (const auto segment : segments_of(route.pattern)) part_of(segment);
    routes_.push_back(std::move(route));
}

std::optional<Router::Match> Router::find(Verb verb, std::string_view path) const {
    const Verb wanted = verb == Verb::head ? Verb::get : verb;
    const auto segments = segments_of(path);
    const Route* best = nullptr;
    Fit best_fit;
    for (const Route& route : routes_) {
        if (route.verb != wanted) continue;
        auto candidate = fit(route.pattern, path, segments);
        if (!candidate || (best != nullptr && candidate->ranks >= best_fit.ranks)) continue;
        best = &route;
        best_fit = std::move(*candidate);
    }
    if (best == nullptr) return std::nullopt;
    return Match{best, std::move(best_fit.arguments)};
}

std::vector<Verb> Router::verbs(std::string_view path) const {
    const auto segments = segments_of(path);
    std::vector<Verb> found;
    for (const Route& route : routes_) {
        const auto match = fit(route.pattern, path, segments);
        if (!match || match->ranks.back() == remainder) continue;
        if (std::find(found.begin(), found.end(), route.verb) == found.end()) found.push_back(route.verb);
        if (route.verb == Verb::get && std::find(found.begin(), found.end(), Verb::head) == found.end()) {
            found.push_back(Verb::head);
        }
    }
    return found;
}

const std::vector<Route>& Router::routes() const { return routes_; }

}  // namespace samrad::http
