#include "domain/account/account.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace samrad;
using namespace samrad::domain;

TEST_CASE("An address is one address: nothing in it ends a line, opens a list or quotes") {
    for (const char* good : {"kari@example.org", "k@e.no", "kari.nordmann+hoering@sub.example.org",
                             "o'brien@example.org", "KARI@EXAMPLE.ORG", "a_b-c@x-y.example"}) {
        INFO(good);
        CHECK_FALSE(check_email(good));
    }
    for (const char* bad : {"",
                            "kari",
                            "@example.org",
                            "kari@",
                            "kari@example",
                            "kari@@example.org",
                            "a@b@example.org",
                            "kari @example.org",
                            "kari@example.org\r\nBcc: x@y.no",
                            "kari@example.org\n",
                            "kari@example.org,ola@example.org",
                            "kari@example.org;ola@example.org",
                            "Kari <kari@example.org>",
                            "\"kari\"@example.org",
                            "kari@[127.0.0.1]",
                            "kari(x)@example.org",
                            "k\xC3\xA5ri@example.org",
                            "kari@ex\xC3\xA5mple.org",
                            "kari\x7F@example.org",
                            "kari\\@example.org",
                            "kari:@example.org"}) {
        INFO(bad);
        const auto problem = check_email(bad);
        REQUIRE(problem);
        CHECK(problem->code == "account.email_invalid");
        CHECK(problem->field == "email");
    }
    CHECK_FALSE(check_email(std::string(60, 'a') + "@example.org"));
    CHECK(check_email(std::string(250, 'a') + "@example.org"));
}

TEST_CASE("Two ways to write one address are the same address") {
    CHECK(same_email("Kari@Example.org", "kari@example.ORG"));
    CHECK_FALSE(same_email("kari@example.org", "kari@example.or"));
    CHECK_FALSE(same_email("kari@example.org", "kari+x@example.org"));
    CHECK_FALSE(same_email("\xC3\x85se@example.org", "\xC3\xA5se@example.org"));  // only ASCII letters fold
}

TEST_CASE("A name says who somebody is and does not play with the text around it") {
    for (const char* good : {"Åse Øvrebø", "Mary-Jane O'Neil", "李小龙", "محمد", "Kari 2", "<b>Kari</b>",
                             "Robert'); drop table accounts;--", "=cmd()", "A"}) {
        INFO(good);
        CHECK_FALSE(check_name(good));
    }
    for (const char* bad :
         {"",       "   ",      "a\nb",         "a\tb",        "a\rb",        "\u202Eirak", "a\u2066b",
          "\u200B", "a\u200Bb", "\uFEFFKari",   "a\u2028b",    "a\u2029b",    "a\u0085b",   "a\u00ADb",
          "\u3164", "\u2800",   "\u00A0\u2003", "a\U000E0041", "\x1b[31mred", "\xC3",       "\xED\xA0\x80",
          "#17"}) {
        INFO(bad);
        const auto problem = check_name(bad);
        REQUIRE(problem);
        CHECK(problem->field == "name");
    }
    std::string longest;
    for (int i = 0; i < 100; ++i) longest += "å";
    CHECK_FALSE(check_name(longest));
    CHECK(check_name(longest + "a"));
}

TEST_CASE("An erased account is named in the language of whoever reads, and nobody living can be taken for one") {
    CHECK(told_name("#17", Language::nb) == "Slettet konto 17");
    CHECK(told_name("#17", Language::en) == "Erased account 17");
    for (const char* name : {"Kari", "#", "# 17", "#17a", "17", "#-1"}) {
        CHECK_FALSE(is_pseudonym(name));
        CHECK(told_name(name, Language::en) == name);
    }
}

TEST_CASE("A password is long and says nothing of its owner that others know") {
    CHECK_FALSE(check_password("svaler over fjorden", "Kari Nordbø", "kari@example.org"));
    for (const char* weak : {"", "kort", "kari@example.org", "KARI@example.org", "Kari Nordbø"}) {
        INFO(weak);
        const auto problem = check_password(weak, "Kari Nordbø", "kari@example.org");
        REQUIRE(problem);
        CHECK(problem->code == "account.password_weak");
        CHECK(problem->field == "password");
    }
}
