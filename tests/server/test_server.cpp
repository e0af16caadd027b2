// The server as the tests of real clients start it: with limits that end within a test, and small pages of its own, so
// that a build without Node's pages is tested too.
//
//   entente_test_server [--edit CODER] [--blind] [--limit NAME=NUMBER]… CASE…
#include <array>
#include <cstdio>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/error.hpp"
#include "server/server.hpp"

namespace {

using entente::server::Limits;

constexpr std::array<entente::reports::PageAsset, 3> kPages{{
    {"index.html", "text/html; charset=utf-8",
     "<!doctype html><title>test</title><script src=\"/entente.js\"></script>"},
    {"entente.js", "text/javascript; charset=utf-8", "document.title = 'loaded'"},
    {"entente.css", "text/css; charset=utf-8", "p { margin: 0 }"},
}};

void set_limit(Limits& limits, const std::string& text) {
    const auto equals = text.find('=');
    const long number = std::stol(text.substr(equals + 1));
    const auto time = [&](Limits::Time Limits::* which) { limits.*which = Limits::Time(number); };
    const auto size = [&](std::size_t Limits::* which) { limits.*which = static_cast<std::size_t>(number); };
    const std::map<std::string, std::function<void()>> known{
        {"header", [&] { time(&Limits::header); }},
        {"body", [&] { time(&Limits::body); }},
        {"idle", [&] { time(&Limits::idle); }},
        {"writing", [&] { time(&Limits::writing); }},
        {"patience", [&] { time(&Limits::patience); }},
        {"connections", [&] { size(&Limits::connections); }},
        {"computations", [&] { size(&Limits::computations); }},
        {"computing", [&] { limits.computing = static_cast<unsigned>(number); }},
        {"cached_bytes", [&] { size(&Limits::cached_bytes); }},
    };
    known.at(text.substr(0, equals))();
}

int serve(const std::vector<std::string>& words) {
    Limits limits;
    std::optional<entente::server::Editing> editing;
    std::vector<entente::workbench::CaseRequest> cases;
    std::vector<entente::workbench::CaseRequest> beside;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "--edit") {
            editing = entente::server::Editing{words.at(++i), false, entente::server::new_token()};
        } else if (words[i] == "--blind") {
            editing.value().blind = true;
        } else if (words[i] == "--beside") {
            beside.push_back({words.at(++i), {}, {}, {}});
        } else if (words[i] == "--limit") {
            set_limit(limits, words.at(++i));
        } else {
            cases.push_back({words[i], {}, {}, {}});
        }
    }
    entente::server::Served served(cases, beside, editing, kPages, limits.cached_bytes);
    entente::server::Server server(served, {"127.0.0.1", 0}, limits);
    std::printf("%s\n", server.url().c_str());
    std::fflush(stdout);
    server.run();
    std::puts("ended");
    return 0;
}

}  // namespace

int main(int count, char** words) {
    try {
        return serve(std::vector<std::string>(words + 1, words + count));
    } catch (const entente::Error& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return exit_code(error.kind());
    }
}
