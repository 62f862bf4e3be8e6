// A tiny blocking client that sends exactly the bytes it is told to, also wrong ones.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace samrad::test {

struct Answer {
    int status = 0;  // 0: the connection ended before a whole reply
    std::map<std::string, std::string> headers;
    std::string body;
};

struct WireFrame {
    bool whole = false;   // FIN
    unsigned opcode = 0;  // 0 with an empty payload and whole=false: the connection ended
    std::string payload;
    // The code of a close frame; 0 where it has none.
    unsigned close_code() const;
};

class Client {
public:
    // receive_buffer: the kernel's, in bytes, for a peer that is slow to read; 0 leaves it as it is.
    explicit Client(unsigned short port, int receive_buffer = 0);
    ~Client();
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    // False where the server has closed already.
    bool send(std::string_view bytes);
    void finish_sending();
    // One reply with its body; `head` where the request was HEAD.
    Answer answer(bool head = false);
    Answer ask(std::string_view bytes);
    // True where the server ends the connection (nothing but the end comes within ten seconds).
    bool ended();
    // Reads and drops until the end; false where it does not come within ten seconds. Tells how much was read.
    bool drain(std::size_t* bytes = nullptr);

    // Opens a live socket. `headers` are added lines.
    Answer upgrade(unsigned short port, std::string_view headers = {});
    bool open_socket(unsigned short port);
    // Sends one frame as browsers do, masked.
    bool say(std::string_view text);
    bool send_frame(unsigned first_byte, std::string_view payload, bool masked = true);
    WireFrame frame();
    // The next frame that is not a ping.
    WireFrame message();
    std::size_t unread() const { return buffer_.size(); }

private:
    bool fill();
    int socket_ = -1;
    std::string buffer_;
};

// The close code that the server answers some bytes on an open socket with.
unsigned close_code_after(unsigned short port, std::string_view bytes);
std::string client_frame(unsigned first_byte, std::string_view payload, bool masked = true);

}  // namespace samrad::test
