#include "app/smtp.hpp"

#include <curl/curl.h>
#include <fcntl.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <memory>

namespace samrad::app {

namespace {

struct Reading {
    const std::string& text;
    std::size_t at = 0;
};

std::size_t read_some(char* to, std::size_t size, std::size_t count, void* data) {
    auto& reading = *static_cast<Reading*>(data);
    const std::size_t some = std::min(size * count, reading.text.size() - reading.at);
    std::memcpy(to, reading.text.data() + reading.at, some);
    reading.at += some;
    return some;
}

Outcome judge(CURLcode code, long status) {
    if (code == CURLE_OK) return {};
    const std::string failure = std::string(curl_easy_strerror(code)) + " (" + std::to_string(status) + ")";
    if (code == CURLE_LOGIN_DENIED || status < 400) return {Delivery::unreachable, failure};
    return {status >= 500 ? Delivery::refused : Delivery::later, failure};
}

}  // namespace

Outcome send_by_smtp(const SmtpServer& server, const std::string& sender, const std::string& recipient,
                     const std::string& message) {
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    const std::unique_ptr<CURL, void (*)(CURL*)> curl(ready == CURLE_OK ? curl_easy_init() : nullptr,
                                                      curl_easy_cleanup);
    if (!curl) return {Delivery::unreachable, "libcurl does not start"};
    const std::string to = "<" + recipient + ">";
    const std::unique_ptr<curl_slist, void (*)(curl_slist*)> recipients(curl_slist_append(nullptr, to.c_str()),
                                                                        curl_slist_free_all);
    const std::string from = "<" + sender + ">";
    Reading reading{message};
    const auto set = [&](auto option, auto value) { curl_easy_setopt(curl.get(), option, value); };
    set(CURLOPT_URL, server.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_PROXY, "");
    set(CURLOPT_CONNECTTIMEOUT, 10L);
    set(CURLOPT_TIMEOUT, 60L);
    set(CURLOPT_USE_SSL, long(server.user.empty() ? CURLUSESSL_TRY : CURLUSESSL_ALL));
    if (!server.user.empty()) {
        set(CURLOPT_USERNAME, server.user.c_str());
        set(CURLOPT_PASSWORD, server.password.c_str());
    }
    set(CURLOPT_MAIL_FROM, from.c_str());
    set(CURLOPT_MAIL_RCPT, recipients.get());
    set(CURLOPT_UPLOAD, 1L);
    set(CURLOPT_READFUNCTION, &read_some);
    set(CURLOPT_READDATA, &reading);
    const CURLcode code = curl_easy_perform(curl.get());
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    return judge(code, status);
}

Outcome write_to_folder(const std::string& folder, const std::string& name, const std::string& message) {
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    const std::string file = folder + "/" + name + ".eml";
    const std::string fresh = file + ".new";
    const int out = open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (out < 0) return {Delivery::unreachable, std::string("open: ") + std::strerror(errno)};
    const auto written = write(out, message.data(), message.size());
    close(out);
    if (written != ssize_t(message.size())) return {Delivery::unreachable, "the folder is full"};
    std::filesystem::rename(fresh, file, failure);
    if (failure) return {Delivery::unreachable, failure.message()};
    return {};
}

}  // namespace samrad::app
