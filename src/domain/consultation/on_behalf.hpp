// On whose behalf an answer is given: a person's own, a unit's, or that of an organisation outside of the tree.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "base/problem.hpp"

namespace samrad::domain {

// How the meeting that decided an answer voted.
struct MeetingVote {
    int in_favour = 0;
    int against = 0;
    int abstaining = 0;
    bool operator==(const MeetingVote&) const = default;
};

struct OnBehalf {
    std::optional<UnitId> unit;
    std::string unit_name;              // as it is called now
    std::string organisation;           // outside of the tree, by its name; "" for a unit and for a person
    std::string meeting;                // what its minutes say; "" where it is not told
    std::optional<MeetingVote> vote;    // nothing where it is not told
    std::vector<std::string> sponsors;  // further bodies that stand behind it
    bool of_body() const { return unit || !organisation.empty(); }
    // The body's name, "" for a person.
    const std::string& name() const { return unit ? unit_name : organisation; }
    bool operator==(const OnBehalf&) const = default;
};

inline constexpr std::size_t most_sponsors = 20;

// What a body says of itself as somebody typed it.
struct TypedBody {
    std::string organisation;
    std::string meeting;
    std::string in_favour, against, abstaining;  // "" for all three where no vote is told
    std::string sponsors;                        // a line each
};

// Reads it into `body`, whose unit is known before. What is wrong is named by its field and not taken:
//   answer.organisation_invalid  (organisation)  neither a unit nor a name of one line
//   answer.too_long              (meeting)       over 5,000 code points
//   answer.votes_invalid         (votes)         no whole numbers from 0 to 1,000,000, or only some of the three
//   answer.sponsors_invalid      (sponsors)      over twenty, or a line that is no name
std::vector<Problem> read_body(const TypedBody& typed, OnBehalf& body);

}  // namespace samrad::domain
