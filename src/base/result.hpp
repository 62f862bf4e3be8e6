// A value or a problem: what a function returns whose failure is expected.
#pragma once

#include <cassert>
#include <utility>
#include <variant>

#include "base/problem.hpp"

namespace samrad {

// Holds a T or a Problem, never neither. Reading the side that is not there is a programming error (asserted).
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
    Result(Problem problem) : held_(std::in_place_index<1>, std::move(problem)) {}

    explicit operator bool() const noexcept { return held_.index() == 0; }

    const T& value() const& {
        assert(*this);
        return *std::get_if<0>(&held_);
    }
    T& value() & {
        assert(*this);
        return *std::get_if<0>(&held_);
    }
    T&& value() && {
        assert(*this);
        return std::move(*std::get_if<0>(&held_));
    }
    const Problem& problem() const {
        assert(!*this);
        return *std::get_if<1>(&held_);
    }

    const T* operator->() const { return &value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }

private:
    std::variant<T, Problem> held_;
};

}  // namespace samrad
