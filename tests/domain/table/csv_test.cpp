// Tables as text.
#include "domain/table/csv.hpp"

#include <rapidcheck.h>
#include <catch2/catch_test_macros.hpp>

using namespace samrad::domain;

namespace {

// Cells of the characters that mean something somewhere.
rc::Gen<std::string> cell() {
    return rc::gen::container<std::string>(
        rc::gen::element('a', 'b', '"', ',', ';', '\t', '\r', '\n', '\'', '=', '+', '-', '@', ' '));
}

}  // namespace

TEST_CASE("What is written as CSV is read back cell for cell, whatever is in the cells") {
    CHECK(rc::check([] {
        const auto width = *rc::gen::inRange<std::size_t>(2, 5);
        auto table = *rc::gen::container<Table>(rc::gen::container<Cells>(width, cell()));
        // The header decides what separates; ours always has a comma there before anything else.
        table.insert(table.begin(), Cells(width, "head"));
        const auto read = read_csv(write_csv(table), 1000);
        RC_ASSERT(bool(read));
        RC_ASSERT(*read == table);
    }));
}

TEST_CASE("A cell that a spreadsheet would calculate becomes plain text") {
    for (const char* formula : {"=1+1", "+47", "-2", "@SUM(A1)", "\tx", "\rx", "'=1"}) {
        const auto text = write_csv({{formula, "b"}});
        CHECK(text.find(std::string("'") + formula) != std::string::npos);
    }
    CHECK(write_csv({{"1-2", "a'b"}}) ==
          "\xEF\xBB\xBF"
          "1-2,a'b\r\n");
}

TEST_CASE("Where a spreadsheet takes another mark for the separator, no cell that begins so is calculated") {
    for (const std::string cell : {"x\n=1+1", "a;=1+1;b", "a\t@SUM(A1)", "x\r\n-2", "a;'=1"}) {
        INFO(cell);
        const auto written = write_csv({{cell}});
        for (const auto* live : {"\n=", ";=", "\t@", "\n-"}) CHECK(written.find(live) == std::string::npos);
        CHECK(read_csv(written, 10).value().front().front() == cell);
    }
}

TEST_CASE("A table is read with commas, semicolons or tabs, with either line end, with or without one at the end") {
    const Table table{{"lines", "old"}, {"3", "a, b"}};
    CHECK(*read_csv("lines,old\r\n3,\"a, b\"\r\n", 10) == table);
    CHECK(*read_csv("lines;old\n3;a, b", 10) == table);
    CHECK(*read_csv("\xEF\xBB\xBFlines\told\n3\ta, b\n", 10) == table);
    CHECK(*read_csv("a,b\n1,", 10) == Table{{"a", "b"}, {"1", ""}});
    CHECK(*read_csv("", 10) == Table{});
    CHECK(*read_csv("\"\"\n", 10) == Table{{""}});
}

TEST_CASE("Behind an empty line the rows keep their numbers") {
    const auto table = read_csv("lines,old\r\n\r\n3,a\r\n\r\n", 10);
    REQUIRE(table->size() == 3);
    CHECK((*table)[1].empty());
    CHECK((*table)[2] == Cells{"3", "a"});
}

TEST_CASE("A broken table is refused with the row that is wrong") {
    CHECK(read_csv("a,b\n1,\"open\n", 10).problem().code == "csv.quote_open");
    CHECK(read_csv("a,b\n1,x\"y\n", 10).problem().code == "csv.quote_astray");
    CHECK(read_csv("a,b\n\"x\"y,1\n", 10).problem().facts.front().second == "2");
    CHECK(read_csv("a\nb\nc\n", 2).problem().code == "csv.too_many_rows");
}
